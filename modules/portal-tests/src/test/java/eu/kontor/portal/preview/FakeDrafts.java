package eu.kontor.portal.preview;

import eu.kontor.feeds.api.FeedDrafts;
import eu.kontor.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** One draft, of yesterday, and what was saved since. */
@ApplicationScoped
public class FakeDrafts implements FeedDrafts {

    private static final Draft DRAFT = new Draft(
            "bar",
            "- name: \"bar\"\n  layout: \"item-lines\"\n  files: \"bar-*.csv\"\n",
            "Ana Reis",
            PreviewWorld.NOW.minus(Duration.ofDays(1)));

    private final AtomicReference<List<Draft>> drafts = new AtomicReference<>(List.of(DRAFT));

    @Override
    public List<Draft> list(Caller caller) {
        return drafts.get();
    }

    @Override
    public Draft save(Caller caller, String mapping) {
        Draft draft = new Draft("kasse", mapping, caller.name(), PreviewWorld.NOW);
        drafts.set(List.of(draft, DRAFT));
        return draft;
    }

    @Override
    public void discard(Caller caller, String name) {
        drafts.set(drafts.get().stream()
                .filter(draft -> !draft.name().equals(name))
                .toList());
    }
}
