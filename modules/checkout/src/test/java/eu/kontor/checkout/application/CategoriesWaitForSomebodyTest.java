package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.checkout.api.CategoryDesk;
import eu.kontor.checkout.api.CategoryDesk.Unseen;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Purchase.Line;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A bakery whose program names bread. No address is told anything by mail. */
class CategoriesWaitForSomebodyTest {

    private static final LocalDate YESTERDAY = TillStage.TODAY.minusDays(1);

    private final TillStage stage = new TillStage();
    private final TenantId bakery = stage.tenant("words" + System.nanoTime());
    private final TenantId other = stage.tenant("nextdoor" + System.nanoTime());
    private final CardNumber card = stage.member(bakery);
    private final List<String> trail = new ArrayList<>();
    private final CategoryDesk desk = new CategoriesAtTheDesk(
            stage.till,
            stage.programs,
            stage.transactions,
            (unit, caller, action, subject, details) -> trail.add(action));

    @Test
    void until_it_was_looked_at_and_again_when_it_comes_on_another_day() {
        stage.publish(bakery, naming("bread"));
        sold("a", YESTERDAY, "bred");

        assertThat(unseen()).containsExactly(new Unseen("bred", YESTERDAY, YESTERDAY));
        assertThat(desk.unseen(TillStage.person(other, Role.ADMIN))).isEmpty();

        desk.seen(admin(), unseen());
        assertThat(unseen()).isEmpty();
        assertThat(trail).containsExactly("see-unknown-categories");

        sold("b", YESTERDAY, "bred");
        assertThat(unseen()).as("once a day").isEmpty();

        sold("c", TillStage.TODAY, "bred");
        assertThat(unseen()).containsExactly(new Unseen("bred", YESTERDAY, TillStage.TODAY));
    }

    @Test
    void what_came_after_it_was_shown_is_not_taken_for_seen() {
        stage.publish(bakery, naming("bread"));
        sold("a", YESTERDAY, "bred");
        List<Unseen> shown = unseen();
        sold("b", TillStage.TODAY, "bred");

        desk.seen(admin(), shown);

        assertThat(unseen()).extracting(Unseen::category).containsExactly("bred");
    }

    @Test
    void or_until_the_program_knows_it() {
        stage.publish(bakery, naming("bread"));
        sold("a", YESTERDAY, "cake", "bred");
        assertThat(unseen()).extracting(Unseen::category).containsExactly("bred", "cake");

        stage.publish(bakery, naming("bread", "Cake"));

        assertThat(unseen()).extracting(Unseen::category).containsExactly("bred");
    }

    @Test
    void and_is_told_to_nobody_but_who_can_change_the_program() {
        assertThatThrownBy(() -> desk.unseen(TillStage.person(bakery, Role.FRONT_DESK)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.seen(TillStage.person(bakery, Role.FINANCE), List.of()))
                .isInstanceOf(Refusal.class);
    }

    private List<Unseen> unseen() {
        return desk.unseen(admin());
    }

    private Caller admin() {
        return TillStage.person(bakery, Role.ADMIN);
    }

    private void sold(String key, LocalDate day, String... categories) {
        String own = TillStage.ofCard(key, card);
        List<Line> lines = new ArrayList<>();
        for (String category : categories) {
            lines.add(new Line("", category, BigDecimal.ONE, new BigDecimal("2.00")));
        }
        answer(stage.checkout()
                .purchase(
                        machine(bakery),
                        new Purchase(
                                own,
                                card.value(),
                                "main",
                                new BigDecimal("2.00").multiply(BigDecimal.valueOf(categories.length)),
                                "EUR",
                                lines,
                                day,
                                Optional.empty(),
                                own)));
        stage.deliverMessages();
    }

    private static ObjectNode naming(String... categories) {
        ObjectNode section = new ObjectMapper()
                .createObjectNode()
                .put("validFrom", "2025-01-01")
                .put("rounding", "up")
                .put("expiryMonths", 24)
                .put("minimumRedemption", 100);
        section.putObject("pointsPerUnit").put("EUR", 2);
        section.putObject("valuePerPoint").put("EUR", 0.01);
        for (String category : categories) {
            section.withArray("categories").add(category);
        }
        return section;
    }
}
