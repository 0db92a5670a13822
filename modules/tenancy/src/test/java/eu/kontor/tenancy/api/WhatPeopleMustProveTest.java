package eu.kontor.tenancy.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import eu.kontor.kernel.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhatPeopleMustProveTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_coalition_that_says_nothing_asks_who_moves_money_for_a_second_factor() {
        SignInRules rules = SignInRules.of(MissingNode.getInstance(), false);

        assertThat(rules.needsSecondFactor(Set.of(Role.OPERATOR))).isTrue();
        assertThat(rules.needsSecondFactor(Set.of(Role.ADMIN))).isTrue();
        assertThat(rules.needsSecondFactor(Set.of(Role.FINANCE, Role.FRONT_DESK)))
                .isTrue();
        assertThat(rules.needsSecondFactor(Set.of(Role.FRONT_DESK))).isFalse();
    }

    @Test
    void a_sample_asks_nobody_unless_it_says_so() throws IOException {
        assertThat(SignInRules.of(MissingNode.getInstance(), true).needsSecondFactor(Set.of(Role.OPERATOR)))
                .isFalse();
        assertThat(SignInRules.of(said("{\"secondFactor\": \"required\"}"), true)
                        .needsSecondFactor(Set.of(Role.OPERATOR)))
                .isTrue();
    }

    @Test
    void a_sign_in_is_recent_for_an_hour_or_for_as_long_as_is_said() throws IOException {
        SignInRules usual = SignInRules.of(MissingNode.getInstance(), false);
        assertThat(usual.isRecent(NOON.minusSeconds(3599), NOON)).isTrue();
        assertThat(usual.isRecent(NOON.minusSeconds(3600), NOON)).isFalse();

        SignInRules strict = SignInRules.of(said("{\"recentMinutes\": 5}"), false);
        assertThat(strict.isRecent(NOON.minusSeconds(299), NOON)).isTrue();
        assertThat(strict.isRecent(NOON.minusSeconds(300), NOON)).isFalse();
    }

    private static JsonNode said(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
