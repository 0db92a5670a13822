package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.portal.preview.PreviewDesk;
import org.junit.jupiter.api.Test;

/** What was pressed on a page that is gone is asked for under the same key, and what follows under another one. */
class APageThatWasLoadedAnewTest {

    private final RequestKeys keys = new RequestKeys(new PreviewDesk().clock());

    @Test
    void presses_under_the_key_of_the_page_before() {
        String before = new TillRequest<String>(keys).key();
        TillRequest<String> anew = new TillRequest<>(keys);
        anew.resume(before);

        assertThat(anew.requested().key()).isEqualTo(before);
        assertThat(anew.isResumed()).isTrue();

        anew.settled();
        assertThat(anew.requested().key()).isNotEqualTo(before);
        assertThat(anew.isResumed()).isFalse();
    }

    @Test
    void does_not_take_the_key_from_what_was_pressed_here() {
        TillRequest<String> pressed = new TillRequest<>(keys);
        String mine = pressed.requested().key();
        pressed.resume(keys.newKey());

        assertThat(pressed.requested().key()).isEqualTo(mine);
    }

    @Test
    void takes_nothing_for_a_key_that_is_none() {
        assertThat(RequestKeys.isOne(keys.newKey())).isTrue();
        assertThat(RequestKeys.isOne("till-4711")).isFalse();
        assertThat(RequestKeys.isOne("")).isFalse();
    }
}
