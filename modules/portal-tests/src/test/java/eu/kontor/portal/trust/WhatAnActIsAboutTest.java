package eu.kontor.portal.trust;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Wording;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WhatAnActIsAboutTest {

    private static final Wording SPANISH = in(Locale.of("es"));
    private static final Wording CHINESE = in(Locale.SIMPLIFIED_CHINESE);

    @Test
    void is_said_in_the_readers_language() {
        assertThat(ActWords.about("card 9724010000000013", SPANISH)).isEqualTo("Tarjeta 9724010000000013");
        assertThat(ActWords.about("member 12", CHINESE)).isEqualTo("会员 12");
        assertThat(ActWords.about("program version 3", CHINESE)).isEqualTo("方案第 3 版");
        assertThat(ActWords.about("coalition", SPANISH)).isEqualTo("La coalición");
        assertThat(ActWords.about("audit trail", CHINESE)).isEqualTo("审计记录");
        assertThat(ActWords.about("2026-10", SPANISH)).isEqualTo("octubre de 2026");
        assertThat(ActWords.about("2026-12-01", CHINESE)).isEqualTo("2026年12月1日");
    }

    @Test
    void and_stands_as_it_is_where_it_is_a_name() {
        assertThat(List.of("tickets-2026-11.csv", "/api/v1/audit", "Ronda", "something new 7"))
                .allSatisfy(name -> assertThat(ActWords.about(name, SPANISH)).isEqualTo(name));
        assertThat(ActWords.who("service-account-forno-grao.till")).isEqualTo("forno-grao.till");
        assertThat(ActWords.who("Inês Valente")).isEqualTo("Inês Valente");
    }

    private static Wording in(Locale language) {
        return new Wording(Formats.in(language), "Ronda points", language, ZoneOffset.UTC, Clock.systemUTC());
    }
}
