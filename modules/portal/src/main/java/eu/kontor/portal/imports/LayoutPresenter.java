package eu.kontor.portal.imports;

import eu.kontor.feeds.api.FeedDrafts;
import eu.kontor.feeds.api.FeedDrafts.Draft;
import eu.kontor.feeds.api.FeedTrials;
import eu.kontor.feeds.api.FeedTrials.Choice;
import eu.kontor.feeds.api.FeedTrials.LayoutNames;
import eu.kontor.feeds.api.FeedTrials.Sketch;
import eu.kontor.feeds.api.FeedTrials.Trial;
import eu.kontor.kernel.Caller;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Mapping a file's columns: look at a sample, complete what was recognised, try it, keep it. */
@Service
public class LayoutPresenter {

    /** A sample stays in memory while somebody maps it. */
    static final int LARGEST_SAMPLE_MEBIBYTES = 8;

    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._-]");

    private final FeedTrials trials;
    private final FeedDrafts drafts;
    private final Tenants tenants;

    @Inject
    public LayoutPresenter(FeedTrials trials, FeedDrafts drafts, Tenants tenants) {
        this.trials = trials;
        this.drafts = drafts;
        this.tenants = tenants;
    }

    /** A file as it was dropped. */
    record Sample(String fileName, byte[] content) {

        Sample {
            String name = FOREIGN.matcher(fileName).replaceAll("_");
            fileName = name.startsWith(".") || name.isEmpty() ? "_" + name : name;
        }
    }

    Trial look(Caller caller, Sample sample) throws IOException {
        return trials.tryFile(caller, sample.fileName(), new ByteArrayInputStream(sample.content()));
    }

    Trial attempt(Caller caller, Sample sample, String mapping) {
        try {
            return trials.tryFile(caller, sample.fileName(), new ByteArrayInputStream(sample.content()), mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String completed(Sketch sketch, Choice choice) {
        return trials.completed(sketch, choice);
    }

    List<LayoutNames> layouts() {
        return trials.layouts();
    }

    /** Code → name. */
    Map<String, String> outlets(Caller caller) {
        Map<String, String> outlets = new LinkedHashMap<>();
        for (Tenant.Outlet outlet : tenants.get(caller.tenantOrRefuse()).outlets()) {
            outlets.put(outlet.code(), outlet.name());
        }
        return outlets;
    }

    /** @return the draft's name */
    String save(Caller caller, String mapping) {
        return drafts.save(caller, mapping).name();
    }

    List<Draft> drafts(Caller caller) {
        return drafts.list(caller);
    }

    void discard(Caller caller, String name) {
        drafts.discard(caller, name);
    }
}
