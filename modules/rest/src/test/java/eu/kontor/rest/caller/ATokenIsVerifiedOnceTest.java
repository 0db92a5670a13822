package eu.kontor.rest.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ATokenIsVerifiedOnceTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = NOON.plusSeconds(300);
    private static final String PRESENTED = "Bearer of the operator";

    private final Watch watch = new Watch();
    private final TokenCaller callers = new TokenCaller(null, (_, _) -> false, watch);
    private int verifications;

    @Test
    void untilItsEndItIsNotVerifiedAgain() {
        Caller first = call(PRESENTED, this::operator);
        watch.now = END.minusMillis(1);

        assertThat(call(PRESENTED, this::operator)).isEqualTo(first);
        assertThat(first.roles()).containsExactly(Role.OPERATOR);
        assertThat(verifications).isEqualTo(1);
    }

    @Test
    void atItsEndWhatItSaidIsForgotten() {
        call(PRESENTED, this::operator);
        watch.now = END;

        assertThatThrownBy(() -> call(PRESENTED, this::refused))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_SIGNED_IN));
    }

    @Test
    void whatTheServerAcceptsBeyondItsEndIsVerifiedEveryTime() {
        watch.now = END.plusSeconds(1);
        call(PRESENTED, this::operator);
        call(PRESENTED, this::operator);

        assertThat(verifications).isEqualTo(2);
    }

    @Test
    void anotherTokenIsVerified() {
        call(PRESENTED, this::operator);

        assertThatThrownBy(() -> call(PRESENTED + " ", this::refused)).isInstanceOf(Refusal.class);
        assertThat(verifications).isEqualTo(2);
    }

    @Test
    void aRefusalIsNotRemembered() {
        assertThatThrownBy(() -> call(PRESENTED, this::refused)).isInstanceOf(Refusal.class);

        assertThat(call(PRESENTED, this::operator).roles()).containsExactly(Role.OPERATOR);
    }

    @Test
    void itsLanguageIsThatOfTheRequest() {
        call(PRESENTED, this::operator);

        assertThat(callers.of(PRESENTED, this::operator, Locale.of("es")).language())
                .isEqualTo(Locale.of("es"));
    }

    private Caller call(String presented, Supplier<TokenCaller.Token> verified) {
        return callers.of(presented, verified, Locale.ENGLISH);
    }

    private TokenCaller.Token refused() {
        verifications++;
        throw new Refusal(RefusalCode.NOT_SIGNED_IN);
    }

    private TokenCaller.Token operator() {
        verifications++;
        return new TokenCaller.Token() {
            @Override
            public String subject() {
                return "subject";
            }

            @Override
            public String name() {
                return "name";
            }

            @Override
            public Set<String> groups() {
                return Set.of("operator");
            }

            @Override
            public Instant issued() {
                return NOON;
            }

            @Override
            public Instant expires() {
                return END;
            }

            @Override
            public Object claim(String name) {
                return name.equals("client_id") ? "kontor-operations" : null;
            }
        };
    }

    private static final class Watch extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
