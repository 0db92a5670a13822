package eu.kontor.portal.commands;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portalkit.shell.Searchable.Hit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed to get something done, by whom, in which language; what it leads to is tried in the browser. */
class WhatTheSearchDoesTest {

    private static final TenantId CAFE = new TenantId(3);
    private final Commands commands = new Commands();
    private final PreviewDesk world = new PreviewDesk();

    private static Caller at(TenantId tenant, Role role, String language) {
        return new Caller("p", "Pia", Optional.ofNullable(tenant), Set.of(role), Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource({
        "en, enrol a guest, members?panel=enrol",
        "en, ENROLL, members?panel=enrol",
        "es, dar de alta, members?panel=enrol",
        "es, enrol, members?panel=enrol",
        "zh, 登记会员, members?panel=enrol",
        "zh, 会员, members?panel=enrol",
        "en, imp fi, imports",
        "es, importar, imports",
        "zh, 导入, imports",
        "en, who owes, members?show=debt",
    })
    void an_administrator_gets_done_what_is_said_in_any_order_of_letters_that_begin_words(
            String language, String typed, String place) {
        assertThat(commands.find(at(CAFE, Role.ADMIN, language), typed))
                .extracting(Hit::place)
                .contains(place);
    }

    @ParameterizedTest
    @CsvSource({"en, new tenant", "es, nueva marca", "zh, 新品牌"})
    void only_the_operator_adds_a_brand(String language, String typed) {
        assertThat(commands.find(at(null, Role.OPERATOR, language), typed))
                .extracting(Hit::place)
                .containsExactly("tenants?panel=apply");
        assertThat(commands.find(at(CAFE, Role.ADMIN, language), typed)).isEmpty();
    }

    @Test
    void a_clerk_enrols_nobody_and_a_name_is_no_command() {
        assertThat(commands.find(at(CAFE, Role.FINANCE, "en"), "enrol")).isEmpty();
        assertThat(commands.find(at(CAFE, Role.ADMIN, "en"), "marina")).isEmpty();
        assertThat(commands.find(at(CAFE, Role.ADMIN, "es"), "olo")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, block card %s, block",
        "en, Block %s, block",
        "es, bloquear la tarjeta %s, block",
        "zh, 冻结卡%s, block",
        "en, replace card %s, replace",
    })
    void a_card_is_changed_on_its_holders_page(String language, String typed, String what) {
        String card = PreviewDesk.cardOf(3).value();
        List<Hit> hits =
                new ChangingACard(world.members()).find(at(CAFE, Role.FRONT_DESK, language), typed.formatted(card));
        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.place()).isEqualTo("members/3?card=" + card + "&do=" + what);
            assertThat(hit.detail()).isEqualTo("Elena Prieto");
        });
    }

    @Test
    void a_desk_unblocks_nothing_and_a_clerk_blocks_nothing() {
        ChangingACard cards = new ChangingACard(world.members());
        assertThat(cards.find(at(CAFE, Role.FRONT_DESK, "en"), "unblock card " + PreviewDesk.cardOf(7)))
                .isEmpty();
        assertThat(cards.find(at(CAFE, Role.ADMIN, "en"), "unblock card " + PreviewDesk.cardOf(7)))
                .hasSize(1);
        assertThat(cards.find(at(CAFE, Role.FINANCE, "en"), "block card " + PreviewDesk.cardOf(3)))
                .isEmpty();
        assertThat(cards.find(at(CAFE, Role.FRONT_DESK, "en"), "block card 1234"))
                .isEmpty();
    }
}
