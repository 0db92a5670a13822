package eu.kontor.portal.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks at the boxes of every view and panel: nothing overlaps, no text is cut, nothing is wider than the window, what a finger presses is
 * large enough. Each view at one width in one language, the next view at the next; {@code -Dkontor.boxes=all} looks at every view at all
 * widths, in all languages and in both themes.
 */
class EveryBoxTest {

    private static final boolean ALL = "all".equals(System.getProperty("kontor.boxes"));
    private static final List<String> LANGUAGES = List.of("en", "es", "zh-CN");

    static Stream<Arguments> looks() {
        List<Object[]> views = EveryViewTest.views().map(Arguments::get).toList();
        List<Arguments> looks = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            for (int j = 0; j < Screen.values().length * LANGUAGES.size(); j++) {
                Screen screen = Screen.values()[j % Screen.values().length];
                String language = LANGUAGES.get(j / Screen.values().length);
                if (ALL || j == i * 4 % (Screen.values().length * LANGUAGES.size())) {
                    Object[] view = views.get(i);
                    looks.add(Arguments.of(view[0], view[1], view[2], screen, language));
                }
            }
        }
        return looks.stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    @Execution(ExecutionMode.CONCURRENT)
    void stands_where_it_can_be_read_and_pressed(
            String name, String person, String place, Screen screen, String language) throws Exception {
        PreviewPage view = PreviewBrowser.page(person, screen, language).open(place);
        assertThat(view.widerThanTheWindow()).as("pixels cut off").isNotPositive();
        assertThat(view.boxFindings()).as("boxes of %s", name).isEmpty();
        if (ALL) {
            assertThat(view.accessibilityFindings()).as("in light").isEmpty();
            view.in(ColorScheme.DARK);
            assertThat(view.colourFindings()).as("in the dark").isEmpty();
            view.in(ColorScheme.LIGHT);
        }
    }
}
