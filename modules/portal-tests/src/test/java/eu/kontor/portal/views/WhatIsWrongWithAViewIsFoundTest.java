package eu.kontor.portal.views;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.portal.views.PreviewBrowser.Screen;
import org.junit.jupiter.api.Test;

/** The eyes of the other tests here see: a fault that is put into a view is found. */
class WhatIsWrongWithAViewIsFoundTest {

    private static final String PUT_IN =
            """
            () => document.querySelector('.k-shell h1').insertAdjacentHTML('afterend',
              '<p style="color: #ccc; background: #fff">hardly to be read</p><img src="data:,">')
            """;

    @Test
    void a_text_that_is_hardly_to_be_read_and_a_picture_without_words() throws Exception {
        PreviewPage view = PreviewBrowser.page("admin", Screen.DESK, "en").open("members");
        assertThat(view.accessibilityFindings()).isEmpty();

        view.page().evaluate(PUT_IN);

        assertThat(view.accessibilityFindings().toString()).contains("color-contrast: ", "image-alt: ");
        assertThat(view.colourFindings().toString())
                .contains("color-contrast: ")
                .doesNotContain("image-alt");
    }
}
