package eu.kontor.membership.application;

import static eu.kontor.membership.application.MembershipFixture.DATABASE;
import static eu.kontor.membership.application.MembershipFixture.frontDesk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.membership.api.MemberImport.Imported;
import eu.kontor.membership.api.MemberImport.RefusedLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersComeFromAFileTest {

    private static final String HEADER =
            "given_name,family_name,phone,email,language,card_number,confirmation_code,member_since\n";
    private static final CardNumber FIRST = CardNumber.issue("972401", 500_001);

    private final MembershipFixture membership = new MembershipFixture();

    @Test
    void with_their_cards_and_codes_and_a_second_time_changes_nothing() throws IOException {
        CardNumber ritas = CardNumber.issue("972401", 400_001);
        String ze = line("\"Zé, o\"", CardNumber.issue("972401", 400_002).value());
        String file = HEADER + line("Rita", ritas.value()) + ze + ze;
        assertThat(run(file)).isEqualTo(new Imported(2, 1, 0, List.of()));
        assertThat(run(file)).isEqualTo(new Imported(0, 3, 0, List.of()));
        MemberId rita =
                membership.members().byCard(Caller.system("test"), ritas).member();
        assertThat(isHashedSlowly(rita))
                .as("a million of them would take hours")
                .isFalse();
        assertThatCode(() -> membership.codes().verify(frontDesk(DATABASE.tenant("import-hotel")), rita, "2468"))
                .doesNotThrowAnyException();
        assertThat(isHashedSlowly(rita)).as("once it was right").isTrue();
        assertThatCode(() -> membership.codes().verify(frontDesk(DATABASE.tenant("import-hotel")), rita, "2468"))
                .doesNotThrowAnyException();
    }

    @Test
    void lines_that_are_wrong_are_refused_with_their_number_and_the_others_are_not() throws IOException {
        Imported imported = run(HEADER + line("", FIRST.value()) + line("Rita", "1234")
                + line("Rita", FIRST.value().replace('9', '8')) + "short,line\n"
                + line("Rita", CardNumber.issue("972401", 500_003).value()));
        assertThat(imported.created()).isEqualTo(1);
        assertThat(imported.reasons()).extracting(RefusedLine::line).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void from_a_spreadsheet_with_its_byte_order_mark_its_separator_and_its_empty_lines() throws IOException {
        String file =
                HEADER + "\n" + line("Rui", CardNumber.issue("972401", 500_010).value()) + ",,,,,,,\n" + "short,line\n";

        Imported imported = run("\uFEFF" + file.replace(',', ';').replace("\n", "\r\n"));

        assertThat(imported.created()).isEqualTo(1);
        assertThat(imported.reasons())
                .containsExactly(new RefusedLine(
                        5, "The line has 2 fields where the header has 8. Quote fields that contain the separator."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Zé", "\"Zé\" Maria", "Zo\0é"})
    void the_line_of_a_broken_quotation_mark_is_named_and_all_others_are_imported(String broken) throws IOException {
        int serial = 500_020 + 10 * broken.length();
        String before = line("Ana", CardNumber.issue("972401", serial).value());
        String after = line("Eva", CardNumber.issue("972401", serial + 2).value());
        String card = CardNumber.issue("972401", serial + 1).value();

        Imported imported = run(HEADER + before + line(broken, card) + after);

        assertThat(imported.created()).isEqualTo(2);
        assertThat(imported.reasons()).extracting(RefusedLine::line).containsExactly(3L);
        assertThat(run(HEADER + before + line("Zé", card) + after)).isEqualTo(new Imported(1, 2, 0, List.of()));
    }

    @Test
    void in_the_encoding_of_a_spreadsheet_and_packed_with_columns_in_any_spelling() throws IOException {
        String file = HEADER.replace("given_name", "Given Name").replace("card_number", "CARD NUMBER")
                + line("Zoë", CardNumber.issue("972401", 500_101).value());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(file.getBytes(StandardCharsets.UTF_16LE));
        }

        Imported imported =
                membership.fileImport().run(Caller.system("test"), new ByteArrayInputStream(packed.toByteArray()));

        assertThat(imported).isEqualTo(new Imported(1, 0, 0, List.of()));
    }

    @Test
    void a_header_that_lacks_a_column_is_told() {
        assertThatThrownBy(() -> run("given_name,family_name\nA,B\n"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.FEED_HEADER_LACKS_COLUMN));
    }

    private boolean isHashedSlowly(MemberId member) {
        return membership.transactions().asPoster(unit -> unit.jdbi()
                .createQuery("select slow from coalition.confirmation_code where member_id = :member")
                .bind("member", member)
                .mapTo(Boolean.class)
                .one());
    }

    private Imported run(String csv) throws IOException {
        return membership
                .fileImport()
                .run(Caller.system("test"), new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static String line(String givenName, String card) {
        return givenName + ",Sá,+351 910 000 000,rita@example.org,pt," + card + ",2468,2024-05-01\n";
    }
}
