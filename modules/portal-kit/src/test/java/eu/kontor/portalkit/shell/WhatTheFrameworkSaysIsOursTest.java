package eu.kontor.portalkit.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.SystemMessages;
import eu.kontor.portalkit.i18n.Languages;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a view is gone, Vaadin speaks: in its own English, unless it is given words. */
class WhatTheFrameworkSaysIsOursTest {

    static java.util.List<Locale> languages() {
        return Languages.all();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_notice_says_what_to_do_in_the_readers_language(Locale language) {
        SystemMessages messages = PortalStart.inWordsOfOurs(language);

        assertThat(messages.getInternalErrorCaption()).isNotBlank().doesNotStartWith("Internal error");
        assertThat(messages.getInternalErrorMessage()).isNotBlank().doesNotContain("administrator", "!");
        assertThat(messages.getCookiesDisabledMessage()).isNotBlank().doesNotContain("!");
        assertThat(messages.isSessionExpiredNotificationEnabled()).isFalse();
    }

    @Test
    void and_not_the_same_in_all_of_them() {
        assertThat(Languages.all().stream()
                        .map(PortalStart::inWordsOfOurs)
                        .map(SystemMessages::getInternalErrorMessage))
                .doesNotHaveDuplicates();
    }
}
