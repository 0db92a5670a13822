package eu.kontor.portal.members;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.portal.preview.PreviewDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was typed to find a guest lands in the field of the enrolment where it belongs. */
class WhatWasSearchedIsNotTypedAgainTest {

    @ParameterizedTest
    @CsvSource({"Lucía Romero Gil, Lucía, Romero Gil", "Lucía, Lucía, ''", "李 雨桐, 雨桐, 李", "王浩然, 浩然, 王", "欧阳 修, 修, 欧阳"})
    void a_name_as_given_and_family_name(String typed, String given, String family) {
        assertThat(SearchedPerson.in(typed)).isEqualTo(new SearchedPerson(given, family, "", ""));
    }

    @Test
    void a_phone_number_and_a_mail_address_as_themselves() {
        assertThat(SearchedPerson.in("+34 612 555 010").phone()).isEqualTo("+34 612 555 010");
        assertThat(SearchedPerson.in(" lucia@example.org ").email()).isEqualTo("lucia@example.org");
    }

    @Test
    void the_number_of_a_card_nowhere() {
        assertThat(SearchedPerson.in(PreviewDesk.cardOf(99).grouped())).isEqualTo(new SearchedPerson("", "", "", ""));
        assertThat(SearchedPerson.in("https://kontor.eu/c/9724010000000013"))
                .isEqualTo(new SearchedPerson("", "", "", ""));
    }
}
