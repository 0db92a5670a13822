package eu.kontor.portal.preview;

import eu.kontor.feeds.api.FeedDrafts;
import eu.kontor.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** One draft, of yesterday. */
@ApplicationScoped
public class FakeDrafts implements FeedDrafts {

    private static final Draft DRAFT = new Draft(
            "bar",
            "- name: \"bar\"\n  layout: \"item-lines\"\n  files: \"bar-*.csv\"\n",
            "Ana Reis",
            PreviewWorld.NOW.minus(Duration.ofDays(1)));

    @Override
    public List<Draft> list(Caller caller) {
        return List.of(DRAFT);
    }

    @Override
    public Draft save(Caller caller, String mapping) {
        return DRAFT;
    }

    @Override
    public void discard(Caller caller, String name) {
        list(caller);
    }
}
