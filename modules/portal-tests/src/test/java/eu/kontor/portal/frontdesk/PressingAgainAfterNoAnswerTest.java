package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class PressingAgainAfterNoAnswerTest {

    private final TillRequest<String> request = new TillRequest<>(new RequestKeys(Clock.systemUTC()));

    @Test
    void theSameAgainKeepsItsKeyAndNeedsNoQuestion() {
        Requested first = request.requested();
        request.unanswered("12.40");

        assertThat(request.inDoubtBefore("12.40")).isEmpty();
        assertThat(request.requested()).isEqualTo(first);
    }

    @Test
    void somethingElseIsAskedAboutFirst() {
        Requested first = request.requested();
        request.unanswered("12.40");

        assertThat(request.inDoubtBefore("14.20")).contains("12.40");
        assertThat(request.requested()).isEqualTo(first);
    }

    @Test
    void afterAnAnswerEverythingIsNew() {
        Requested first = request.requested();
        request.unanswered("12.40");
        request.settled();

        assertThat(request.inDoubtBefore("14.20")).isEmpty();
        assertThat(request.requested()).isNotEqualTo(first);
    }
}
