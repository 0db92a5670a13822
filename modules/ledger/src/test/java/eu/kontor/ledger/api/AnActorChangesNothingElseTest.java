package eu.kontor.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Digest;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a kind of posting says, it says in the name of an actor, too. */
class AnActorChangesNothingElseTest {

    private static final ActorId SOMEBODY = new ActorId(4711);

    private static final RequestKey REQUEST = new RequestKey("key", Digest.of("content"));

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(RequestKey.class, REQUEST),
            Map.entry(MemberId.class, new MemberId(7)),
            Map.entry(TenantId.class, new TenantId(3)),
            Map.entry(int.class, 5),
            Map.entry(boolean.class, true),
            Map.entry(LocalDate.class, LocalDate.of(2026, 3, 1)),
            Map.entry(Points.class, Points.of(9)),
            Map.entry(Pocket.class, Pocket.inactivity(24)),
            Map.entry(Instant.class, Instant.parse("2026-03-01T10:00:00Z")),
            Map.entry(PostingId.class, new PostingId(new MemberId(7), 8)),
            Map.entry(List.class, List.of(new AwardPart(Points.of(9), Pocket.inactivity(24), new TenantId(3), "base"))),
            Map.entry(
                    Posting.class,
                    new Posting.VoidHold(
                            REQUEST,
                            new MemberId(7),
                            new TenantId(3),
                            LocalDate.of(2026, 3, 1),
                            new PostingId(new MemberId(7), 8),
                            Optional.empty())),
            Map.entry(Refusal.class, new Refusal(RefusalCode.CARD_BLOCKED)),
            // What is in it matters to nobody here.
            Map.entry(Optional.class, Optional.of("something")));

    static Stream<Class<?>> kinds() {
        return Arrays.stream(Posting.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void of_a_posting(Class<?> kind) throws ReflectiveOperationException {
        Posting posting = made(kind);
        Posting by = posting.by(SOMEBODY);

        assertThat(by.request().by()).isEqualTo(SOMEBODY);
        assertThat(by.request()).as("the same request").isEqualTo(posting.request());
        for (RecordComponent component : kind.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            assertThat(component.getAccessor().invoke(by))
                    .as(component.getName())
                    .isEqualTo(component.getAccessor().invoke(posting));
        }
    }

    private static Posting made(Class<?> kind) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(kind.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types)
                .map(type -> {
                    assertThat(VALUES).as("a value is needed here").containsKey(type);
                    return VALUES.get(type);
                })
                .toArray();
        var constructor = kind.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return (Posting) constructor.newInstance(values);
    }
}
