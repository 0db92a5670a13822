package eu.kontor.portal.imports;

import eu.kontor.feeds.api.AwaitedFiles;
import eu.kontor.feeds.api.AwaitedFiles.AwaitedFile;
import eu.kontor.feeds.api.HeldCorrections;
import eu.kontor.feeds.api.HeldCorrections.Decision;
import eu.kontor.feeds.api.HeldCorrections.HeldCorrection;
import eu.kontor.feeds.api.HeldCorrections.Outcome;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What in imports waits for a person: corrections that are held, and files that did not come. */
@Service
public class HeldPresenter {

    private final HeldCorrections held;
    private final AwaitedFiles awaited;

    @Inject
    public HeldPresenter(HeldCorrections held, AwaitedFiles awaited) {
        this.held = held;
        this.awaited = awaited;
    }

    /**
     * What became of those that somebody chose.
     *
     * @param reasons why others were refused, each once
     */
    record Decided(long done, List<String> reasons) {}

    Page<HeldCorrection> list(Caller caller, Optional<String> cursor, int limit) {
        return held.list(caller, cursor, limit);
    }

    long waiting(Caller caller) {
        return held.waiting(caller);
    }

    Decided post(Caller caller, Collection<HeldCorrection> chosen) {
        return decide(caller, chosen, held::post);
    }

    Decided discard(Caller caller, Collection<HeldCorrection> chosen) {
        return decide(caller, chosen, held::discard);
    }

    private static Decided decide(
            Caller caller, Collection<HeldCorrection> chosen, BiFunction<Caller, List<Long>, List<Decision>> useCase) {
        List<Long> ids = chosen.stream().map(HeldCorrection::id).sorted().toList();
        List<Decision> decisions = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += HeldCorrections.MOST_AT_ONCE) {
            int to = Math.min(ids.size(), from + HeldCorrections.MOST_AT_ONCE);
            decisions.addAll(useCase.apply(caller, ids.subList(from, to)));
        }
        return new Decided(
                decisions.stream()
                        .filter(decision -> decision.outcome() != Outcome.REFUSED)
                        .count(),
                decisions.stream()
                        .flatMap(decision -> decision.reason().stream())
                        .distinct()
                        .toList());
    }

    List<AwaitedFile> missing(Caller caller) {
        return awaited.missing(caller);
    }

    void setAside(Caller caller, AwaitedFile file) {
        awaited.setAside(caller, file.name(), file.due());
    }
}
