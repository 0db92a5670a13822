package eu.kontor.portalkit.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnAccentColourIsReadableTest {

    @ParameterizedTest
    @ValueSource(strings = {"#ffeb3b", "#ffffff", "#000000", "#b4532a", "#00ff00", "#0000ff", "#808080"})
    void whateverWasConfigured(String configured) {
        AccentStyle accent = AccentStyle.of(configured);
        assertThat(AccentStyle.contrast(accent.onLight(), "#f6f7f8")).isGreaterThanOrEqualTo(4.5);
        assertThat(AccentStyle.contrast(accent.onLight(), "#ffffff")).isGreaterThanOrEqualTo(4.5);
        assertThat(AccentStyle.contrast(accent.onDark(), "#222428")).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void aColourThatIsReadableStaysAsItIs() {
        assertThat(AccentStyle.of("#0f6e63").onLight()).isEqualTo("#0f6e63");
    }
}
