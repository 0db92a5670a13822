package eu.kontor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.launcher.LauncherFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIsTypedTest {

    private static final List<String> KNOWN = List.of("HttpEarning", "HttpAsking");

    @Test
    void is_everything_in_full_when_it_is_nothing() {
        Arguments nothing = typed();

        assertThat(nothing.isQuick()).isFalse();
        assertThat(nothing.isProfiled()).isFalse();
        assertThat(nothing.isForDocumentation()).isFalse();
        assertThat(nothing.only()).isEmpty();
        assertThat(nothing.command()).isEqualTo("./kontor bench");
    }

    @Test
    void is_understood_in_any_order() {
        Arguments some = typed("--only", "HttpAsking,HttpEarning", "--profile", "--quick");

        assertThat(some.isQuick()).isTrue();
        assertThat(some.isProfiled()).isTrue();
        assertThat(some.only()).containsExactly("HttpAsking", "HttpEarning");
        assertThat(some.command()).isEqualTo("./kontor bench --only HttpAsking,HttpEarning --profile --quick");
    }

    @Test
    void is_refused_with_a_sentence_when_it_means_nothing() {
        refuses("There is no option --qiuck; there are --quick, --profile, --page and --only A,B.", "--qiuck");
        refuses("There is no option quick;", "quick");
        refuses("HttpErning is not one; they are HttpEarning, HttpAsking.", "--only", "HttpErning");
        refuses("there is none; they are HttpEarning, HttpAsking.", "--only");
        refuses("--quick is not one", "--only", "--quick");
    }

    @Test
    void writes_no_part_of_a_run_into_the_documentation() {
        assertThat(typed("--page", "--quick").isForDocumentation()).isTrue();
        refuses("--page without --only", "--page", "--only", "HttpAsking");
    }

    private static Arguments typed(String... words) {
        return Arguments.of(List.of(words), KNOWN);
    }

    private static void refuses(String sentence, String... words) {
        assertThatThrownBy(() -> typed(words))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining(sentence);
    }
}
