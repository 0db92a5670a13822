package eu.kontor.portalkit.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.portalkit.i18n.FailureSentence;
import eu.kontor.tenancy.api.DatabaseFailure;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WhatAPersonIsToldOfAFailureTest {

    @Test
    void a_database_that_is_away_for_a_moment_is_no_fault_to_report() {
        Throwable away = new IllegalStateException(new DatabaseFailure(new SQLException("gone", "08006")));

        assertThat(FailureSentence.of(away, Locale.ENGLISH))
                .isEqualTo("The service is away for a moment. Nothing you typed is lost; try again in some seconds.");
        assertThat(FailureSentence.of(away, Locale.of("zh"))).isEqualTo("服务暂时中断。已输入的内容不会丢失，请几秒钟后重试。");
    }

    @Test
    void anything_else_is_recorded_under_a_reference() {
        assertThat(FailureSentence.of(new DatabaseFailure(new SQLException("no such column", "42703")), Locale.ENGLISH))
                .contains("recorded under");
    }

    @Test
    void a_refusal_says_what_to_do() {
        Refusal refusal = new Refusal(RefusalCode.NOT_PERMITTED);

        assertThat(FailureSentence.of(new IllegalStateException(refusal), Locale.ENGLISH))
                .isEqualTo(refusal.sentence(Locale.ENGLISH));
    }
}
