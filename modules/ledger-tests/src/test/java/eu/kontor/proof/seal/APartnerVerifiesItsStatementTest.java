package eu.kontor.proof.seal;

import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CellText;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.proof.api.Seals.Seal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the program that partners are given, as they would run it. */
class APartnerVerifiesItsStatementTest {

    private static final SealedLedger SEALED = SealedLedger.SHARED;
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Caller FINANCE =
            new Caller("f", "Finance", Optional.of(SEALED.cafe), Set.of(Role.FINANCE), Locale.ENGLISH);

    @TempDir
    Path folder;

    private final MemberId guest = newMember();
    private Seal handed;
    private String evidence;

    @BeforeEach
    void aSealIsHandedToTheCafe() throws IOException {
        for (int i = 0; i < 4; i++) {
            SEALED.ledger.earn(guest, SEALED.hotel, 100);
            SEALED.ledger.redeem(guest, SEALED.cafe, 10 + i);
        }
        Caller cashier = new Caller(
                        "cashier", "Inês", Optional.of(SEALED.cafe), Set.of(Role.FRONT_DESK), Locale.ENGLISH)
                .from(Origin.of("portal", "192.0.2.4"));
        SEALED.ledger.posted(earning(guest, SEALED.cafe, 70).by(SEALED.ledger.actors.idOf(cashier)));
        for (String till : List.of("'t Hoekje", "=1+1", "'=1+1", "-12", "'-12", "''")) {
            Caller machine = cashier.from(Origin.of("portal", "192.0.2.4").at(Optional.of(till)));
            SEALED.ledger.posted(earning(guest, SEALED.cafe, 5).by(SEALED.ledger.actors.idOf(machine)));
        }
        SEALED.seals.seal();
        handed = SEALED.seals.latest().orElseThrow();
        SEALED.ledger.redeem(guest, SEALED.cafe, 1);
        SEALED.seals.seal();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SEALED.seals.writeEvidence(FINANCE, SEALED.cafe, MARCH, Optional.of(handed.number()), out);
        evidence = out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_evidence_leads_to_the_seal_and_the_statement_agrees() throws Exception {
        assertThat(verify(evidence, statement()))
                .startsWith("0 The evidence holds: ")
                .contains("The statement agrees. 1 of its transfers are newer than the seal.");
    }

    @Test
    void one_digit_of_one_row_is_enough() throws Exception {
        assertThat(verify(evidence.replace("|R|13|", "|R|12|"), statement()))
                .startsWith("1 DOES NOT AGREE: the evidence leads to the seal");
    }

    @Test
    void a_statement_that_says_something_else_than_the_seal_is_found_out() throws Exception {
        assertThat(verify(evidence, statement().replace(",13,", ",12,")))
                .contains("was sealed with points 13 but the statement says 12");
    }

    @Test
    void a_transfer_left_out_of_the_statement_is_found_out() throws Exception {
        String statement = statement();
        String without = statement.replaceFirst("(?m)^.*,13,.*\n", "");
        assertThat(without).isNotEqualTo(statement);
        assertThat(verify(evidence, without)).contains("DOES NOT AGREE: the statement lacks transfer");
    }

    @Test
    void somebody_else_named_in_the_statement_is_found_out() throws Exception {
        assertThat(statement()).contains(",cashier,portal,front-desk,");
        assertThat(verify(evidence, statement().replace(",cashier,", ",somebody-else,")))
                .contains("was not caused by whom the statement names, somebody-else");
    }

    @Test
    void a_history_sealed_anew_does_not_lead_to_the_old_seal() throws Exception {
        String anotherSeal = handed.number() + ":" + "0".repeat(64);
        Path file = Files.writeString(folder.resolve("evidence.txt"), evidence);
        assertThat(run(file.toString(), anotherSeal)).startsWith("1 DOES NOT AGREE");
    }

    @Test
    void the_partners_till_system_may_ask_for_seal_and_evidence_too_but_its_cashier_not() {
        Caller machine = new Caller("m", "Machine", Optional.of(SEALED.cafe), Set.of(Role.MACHINE), Locale.ENGLISH);
        Caller cashier = new Caller("c", "Cashier", Optional.of(SEALED.cafe), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
        assertThat(SEALED.seals.latest(machine)).isEqualTo(SEALED.seals.latest());
        assertThat(SEALED.seals.evidenceLeadsTo(machine, SEALED.cafe, MARCH, Optional.of(handed.number())))
                .isEqualTo(handed);
        assertThatThrownBy(() -> SEALED.seals.latest(cashier)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> SEALED.seals.evidenceLeadsTo(cashier, SEALED.cafe, MARCH, Optional.empty()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nothing_is_proven_about_a_window_of_which_nothing_is_sealed() {
        assertThatThrownBy(() ->
                        SEALED.seals.evidenceLeadsTo(FINANCE, SEALED.cafe, MARCH.minusMonths(1), Optional.empty()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.SEAL_UNKNOWN));
    }

    @Test
    void nobody_gets_another_partners_evidence() {
        assertThatThrownBy(() -> SEALED.seals.writeEvidence(
                        FINANCE, SEALED.hotel, MARCH, Optional.empty(), new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_PERMITTED));
    }

    @Test
    void a_seal_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> SEALED.seals.writeEvidence(
                        FINANCE, SEALED.cafe, MARCH, Optional.of(1_000_000L), new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.SEAL_UNKNOWN));
    }

    /** The columns of settlement's file that the program compares. */
    private static String statement() {
        StringBuilder csv = new StringBuilder(
                "transfer,kind,business_date,posted_at,window,points,subject,client,role,till,file,actor\n");
        SEALED.ledger.transfers.streamWindow(FINANCE, SEALED.cafe, MARCH, row -> csv.append(line(row)));
        return csv.toString();
    }

    private static String line(TransferRow row) {
        return row.number() + "," + row.kind().name().toLowerCase(Locale.ROOT) + "," + row.businessDate() + ","
                + row.postedAt() + "," + row.window() + "," + row.points() + ","
                + row.by()
                        .actor()
                        .map(by -> String.join(
                                ",",
                                by.subject(),
                                by.client(),
                                by.role(),
                                CellText.harmless(by.till()),
                                by.file(),
                                HexFormat.of().formatHex(by.fingerprint())))
                        .orElse(",,,,,")
                + "\n";
    }

    private String verify(String evidenceText, String statement) throws Exception {
        Path file = Files.writeString(folder.resolve("evidence.txt"), evidenceText);
        Path csv = Files.writeString(folder.resolve("statement.csv"), statement);
        return run(file.toString(), handed.text(), csv.toString());
    }

    private static String run(String... arguments) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "../proof/tools/VerifyStatement.java");
        java.command().addAll(List.of(arguments));
        Process process = java.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
