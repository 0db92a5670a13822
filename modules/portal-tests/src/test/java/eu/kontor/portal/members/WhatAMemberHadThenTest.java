package eu.kontor.portal.members;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhatAMemberHadThenTest {

    @Test
    void isOfferedToTheOperator() {
        assertThat(MemberPagePresenter.maySeePast(caller(Optional.empty(), Role.OPERATOR)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isOfferedToNobodyOfABrand(Role role) {
        assertThat(MemberPagePresenter.maySeePast(caller(Optional.of(new TenantId(1)), role)))
                .isFalse();
    }

    private static Caller caller(Optional<TenantId> tenant, Role role) {
        return new Caller("p", "Person", tenant, Set.of(role), Locale.ENGLISH);
    }
}
