package eu.kontor.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As the README tells: with three downloads, a seal that was handed out earlier, and a Java of the partner's own. */
class APartnerChecksItsStatementTest {

    private final SealedCafe cafe = new SealedCafe();
    private String handedOutEarlier;

    @TempDir
    private Path folder;

    @Test
    void and_it_agrees_with_the_seal_but_not_once_a_row_was_altered() throws Exception {
        handedOutEarlier = cafe.purchase("sealed").seal();
        assertThat(cafe.purchase("later").seal()).isNotEqualTo(handedOutEarlier);
        String csv = cafe.csv();

        assertThat(check(cafe.evidence(handedOutEarlier), csv))
                .startsWith("0 The evidence holds: ")
                .contains("The statement agrees.");

        assertThat(check(cafe.evidence(handedOutEarlier), withOneRowAltered(csv)))
                .startsWith("1 ")
                .contains("DOES NOT AGREE: transfer " + firstRow(csv)[0] + " was sealed with points");
        assertThat(check(cafe.evidence(handedOutEarlier).replaceFirst("\\|E\\|", "|R|"), csv))
                .startsWith("1 DOES NOT AGREE: the evidence leads to the seal");
    }

    @Test
    void with_the_seal_that_is_printed_on_it() throws Exception {
        cafe.purchase("printed").seal();
        String csv = cafe.csv();
        String printed = firstRow(csv)[csv.lines().findFirst().orElseThrow().split(",").length - 1];
        JsonNode statement = cafe.get(SealedCafe.STATEMENT).mustBe(200).json();

        assertThat(printed).matches("\\d+:[0-9a-f]{64}");
        assertThat(statement.path("seal").asText()).matches("\\d+:[0-9a-f]{64}");
        handedOutEarlier = printed;
        assertThat(check(cafe.evidence(printed), csv)).startsWith("0 ").contains("The statement agrees.");
    }

    @Test
    void and_is_told_when_there_is_no_such_seal() {
        cafe.get(SealedCafe.STATEMENT + "/evidence?seal=999999999").problem(404, "seal-unknown");
        cafe.get(SealedCafe.STATEMENT + "/evidence?seal=newest").problem(400, "field-malformed");
    }

    private static String withOneRowAltered(String csv) {
        String[] row = firstRow(csv);
        String altered = "," + (Long.parseLong(row[8]) + 1) + ",";
        String line = csv.lines().skip(1).findFirst().orElseThrow();
        return csv.replace(line, line.replace("," + row[8] + ",", altered));
    }

    private static String[] firstRow(String csv) {
        return csv.lines().skip(1).findFirst().orElseThrow().split(",", -1);
    }

    private String check(String evidence, String csv) throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("VerifyStatement.java"),
                cafe.get("/seals/program").mustBe(200).text());
        Files.writeString(folder.resolve("evidence.txt"), evidence);
        Files.writeString(folder.resolve("statement.csv"), csv);
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "VerifyStatement.java",
                        "evidence.txt",
                        handedOutEarlier,
                        "statement.csv")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return java.waitFor() + " " + said;
    }
}
