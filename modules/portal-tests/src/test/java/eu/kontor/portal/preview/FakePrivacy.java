package eu.kontor.portal.preview;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.retention.api.Erasures;
import eu.kontor.retention.api.MemberFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One member was erased, and one is being erased. */
@ApplicationScoped
public class FakePrivacy implements Erasures, MemberFiles {

    private final List<Erasure> erasures = new ArrayList<>(List.of(
            new Erasure(
                    new MemberId(9),
                    PreviewWorld.NOW.minus(Duration.ofHours(3)),
                    "Olívia Duarte",
                    "asked for by letter of 3 March",
                    Points.of(120),
                    List.of("balances", "files"),
                    Optional.empty()),
            new Erasure(
                    new MemberId(11),
                    PreviewWorld.NOW.minus(Duration.ofDays(20)),
                    "Olívia Duarte",
                    "asked for at the desk",
                    Points.of(4_310),
                    List.of(),
                    Optional.of(PreviewWorld.NOW.minus(Duration.ofDays(20))))));

    @Override
    public Erasure erase(Caller caller, MemberId member, String reason) {
        return find(caller, member).orElseGet(() -> {
            Erasure done = new Erasure(
                    member,
                    PreviewWorld.NOW,
                    caller.name(),
                    reason,
                    Points.of(250),
                    List.of(),
                    Optional.of(PreviewWorld.NOW));
            erasures.addFirst(done);
            return done;
        });
    }

    @Override
    public Optional<Erasure> find(Caller caller, MemberId member) {
        return erasures.stream().filter(one -> one.member().equals(member)).findFirst();
    }

    @Override
    public List<Erasure> latest(Caller caller) {
        return List.copyOf(erasures);
    }

    @Override
    public MemberFile of(Caller caller, MemberId member) {
        return new MemberFile(
                member,
                List.of(new MemberFile.Part(
                        "profile", List.of(JsonNodeFactory.instance.objectNode().put("givenName", "Ana")))));
    }

    @Override
    public String page(MemberFile file, Locale language) {
        return "<!doctype html><title>Ana</title>";
    }
}
