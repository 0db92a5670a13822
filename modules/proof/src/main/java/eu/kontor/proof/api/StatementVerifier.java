package eu.kontor.proof.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The program with which a partner checks a statement against a seal: one source file, to be read before it is run. */
public final class StatementVerifier {

    public static final String FILE_NAME = "VerifyStatement.java";

    private StatementVerifier() {}

    /** UTF-8; the output stays open. */
    public static void writeTo(OutputStream out) throws IOException {
        try (InputStream file = StatementVerifier.class.getResourceAsStream("/tools/proof/" + FILE_NAME)) {
            file.transferTo(out);
        }
    }

    /**
     * The line with which it is run, in the folder of the downloads.
     *
     * @param seal number and hash
     */
    public static String command(String evidence, String seal, String statement) {
        return String.join(" ", "java", FILE_NAME, evidence, seal, statement);
    }
}
