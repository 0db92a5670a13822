package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Points;
import org.junit.jupiter.api.Test;

class PressingAgainAfterNoAnswerTest {

    private final TillRequest<String> request = new TillRequest<>(new RequestKeys());

    @Test
    void theSameAgainKeepsItsKeyAndNeedsNoQuestion() {
        String key = request.key();
        request.unanswered("12.40", Points.of(300));

        assertThat(request.inDoubtBefore("12.40")).isEmpty();
        assertThat(request.key()).isEqualTo(key);
    }

    @Test
    void somethingElseIsAskedAboutFirst() {
        String key = request.key();
        request.unanswered("12.40", Points.of(300));

        assertThat(request.inDoubtBefore("14.20")).hasValueSatisfying(doubt -> {
            assertThat(doubt.content()).isEqualTo("12.40");
            assertThat(doubt.balanceBefore()).isEqualTo(Points.of(300));
        });
        assertThat(request.key()).isEqualTo(key);
    }

    @Test
    void afterAnAnswerEverythingIsNew() {
        String key = request.key();
        request.unanswered("12.40", Points.of(300));
        request.settled();

        assertThat(request.inDoubtBefore("14.20")).isEmpty();
        assertThat(request.key()).isNotEqualTo(key);
    }
}
