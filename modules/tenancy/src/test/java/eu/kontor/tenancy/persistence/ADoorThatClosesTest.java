package eu.kontor.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.tenancy.api.DatabaseFailure;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ADoorThatClosesTest {

    private static final DatabaseFailure NO_CONNECTION = new DatabaseFailure(new SQLException("gone", "08006"));
    private static final DatabaseFailure WRONG_STATEMENT = new DatabaseFailure(new SQLException("wrong", "42601"));

    private long now;
    private final CircuitBreaker door = new CircuitBreaker(() -> now);

    @Test
    void closes_after_several_failures_and_soon_lets_one_caller_try() {
        fail(CircuitBreaker.FAILURES_IN_A_ROW);

        turnsAway();
        aTenthOfASecondLater();
        assertThatCode(door::enter).doesNotThrowAnyException();
        aTenthOfASecondLater();
        turnsAway();
    }

    @Test
    void lets_the_next_try_soon_after_one_that_failed_and_a_second_after_one_that_does_not_come_back() {
        fail(CircuitBreaker.FAILURES_IN_A_ROW);
        aTenthOfASecondLater();
        door.enter();
        fail(1);
        turnsAway();
        aTenthOfASecondLater();
        assertThatCode(door::enter).doesNotThrowAnyException();

        turnsAway();
        now += TimeUnit.SECONDS.toNanos(1);
        assertThatCode(door::enter).doesNotThrowAnyException();
    }

    @Test
    void opens_with_the_first_success() {
        fail(CircuitBreaker.FAILURES_IN_A_ROW);
        aTenthOfASecondLater();
        door.enter();
        door.answered();

        assertThatCode(door::enter).doesNotThrowAnyException();
        assertThatCode(door::enter).doesNotThrowAnyException();
    }

    @Test
    void stays_open_while_others_succeed() {
        for (int i = 0; i < 10; i++) {
            fail(CircuitBreaker.FAILURES_IN_A_ROW - 1);
            door.answered();
        }
        door.enter();
        assertThatCode(door::enter).doesNotThrowAnyException();
    }

    @Test
    void takes_a_wrong_statement_for_a_sign_of_life() {
        fail(CircuitBreaker.FAILURES_IN_A_ROW);
        door.failed(WRONG_STATEMENT);
        door.enter();

        assertThatCode(door::enter).doesNotThrowAnyException();
    }

    private void aTenthOfASecondLater() {
        now += TimeUnit.MILLISECONDS.toNanos(100);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            door.failed(NO_CONNECTION);
        }
    }

    private void turnsAway() {
        assertThatThrownBy(door::enter)
                .isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.isPassing())
                        .isTrue());
    }
}
