package eu.kontor.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A refusal's sentence is in three languages; what is put into it must not be in one of them. So its details are what somebody gave,
 * numbers, names, and phrases from the bundles, but no words that stand in the code.
 */
class RefusalsSpeakTheReadersLanguageTest {

    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}[ ,:]+\\p{L}{2,}|\\p{L}{2,} $|^ \\p{L}{2,}");

    /** Details that are words: what was expected, why, and what differs; by the code of which they are such. */
    private static final Map<String, Set<String>> SAID_IN_WORDS = Map.of(
            "FIELD_MALFORMED", Set.of("expected"),
            "BODY_UNREADABLE", Set.of("reason"),
            "TICKET_DIFFERS", Set.of("differs"));

    @Test
    void no_detail_of_a_refusal_is_made_of_words_in_the_code() throws IOException {
        List<Path> main =
                HouseSources.java().stream().filter(HouseSources::isMain).toList();
        List<String> findings = new ArrayList<>();

        HouseSources.scan(main, (unit, positions) -> new Details(unit, positions, findings));

        assertThat(findings).isEmpty();
    }

    private static final class Details extends TreeScanner<Void, ClassTree> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> findings;
        private final Set<String> phrases = new HashSet<>();

        Details(CompilationUnitTree unit, SourcePositions positions, List<String> findings) {
            this.unit = unit;
            this.positions = positions;
            this.findings = findings;
            unit.accept(
                    new TreeScanner<Void, Void>() {
                        @Override
                        public Void visitVariable(VariableTree variable, Void nothing) {
                            if (String.valueOf(variable.getType()).equals("Phrase")) {
                                phrases.add(variable.getName().toString());
                            }
                            return super.visitVariable(variable, nothing);
                        }
                    },
                    null);
        }

        @Override
        public Void visitNewClass(NewClassTree made, ClassTree within) {
            if (made.getIdentifier().toString().equals("Refusal")) {
                look(made);
            }
            return super.visitNewClass(made, within);
        }

        /** Behind the code come names and values by turns. */
        private void look(NewClassTree refusal) {
            List<? extends ExpressionTree> arguments = refusal.getArguments();
            String code = arguments.getFirst().toString().replace("RefusalCode.", "");
            Set<String> saidInWords = SAID_IN_WORDS.getOrDefault(code, Set.of());
            for (int i = 2; i < arguments.size(); i += 2) {
                String name = arguments.get(i - 1).toString().replace("\"", "");
                boolean isSaid = saidInWords.contains(name);
                if (hasWords(arguments.get(i)) || isSaid && !isPhrase(arguments.get(i))) {
                    long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, refusal));
                    findings.add(HouseSources.named(Path.of(unit.getSourceFile().toUri())) + ':' + line + ": "
                            + arguments.get(i));
                }
            }
        }

        private boolean isPhrase(ExpressionTree value) {
            return value.toString().contains("Phrase.of(")
                    || value instanceof IdentifierTree named
                            && phrases.contains(named.getName().toString());
        }

        private static boolean hasWords(ExpressionTree value) {
            boolean[] found = {false};
            value.accept(
                    new TreeScanner<Void, Void>() {
                        @Override
                        public Void visitLiteral(LiteralTree literal, Void nothing) {
                            found[0] |= literal.getValue() instanceof String text
                                    && WORDS.matcher(text).find();
                            return null;
                        }
                    },
                    null);
            return found[0] && !value.toString().startsWith("Phrase.of(");
        }
    }
}
