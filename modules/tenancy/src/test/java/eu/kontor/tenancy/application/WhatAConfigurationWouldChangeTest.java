package eu.kontor.tenancy.application;

import static eu.kontor.tenancy.application.TenancyFixture.HOTEL;
import static eu.kontor.tenancy.application.TenancyFixture.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.TenantAdministration.FileChange;
import eu.kontor.tenancy.api.TenantAdministration.InvalidConfiguration;
import eu.kontor.tenancy.api.TenantAdministration.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is looked at before it is applied; looking applies nothing. */
class WhatAConfigurationWouldChangeTest {

    private static final TenantSlug SOL = new TenantSlug("hotel-sol");

    @TempDir
    Path folder;

    private final TenancyFixture tenancy = new TenancyFixture();

    @BeforeEach
    void a_hotel_is_applied() {
        TenancyFixture.write(folder, "coalition.yaml", TenancyFixture.COALITION);
        hotel(HOTEL);
        tenancy.office.apply(OPERATOR, folder, step -> {});
    }

    @AfterEach
    void everything_is_removed() {
        tenancy.empty();
    }

    @Test
    void nothing_where_the_files_say_what_is_in_force() {
        hotel(HOTEL.replace("{ code: bar, name: Bar }", "{ name: Bar, code: bar }"));

        assertThat(plan().isEmpty()).isTrue();
        assertThat(plan().files()).extracting(FileChange::change).containsExactly("unchanged", "unchanged");
    }

    @Test
    void outlets_and_people_are_told_by_name_as_added_changed_and_removed() {
        hotel(HOTEL.replace("{ code: bar, name: Bar }", "{ code: spa, name: Spa }")
                .replace("{ code: desk, name: Recepción }", "{ code: desk, name: Lobby }")
                .replace("roles: [admin]", "roles: [admin, finance]"));

        assertThat(said(Locale.ENGLISH))
                .containsExactly(
                        "Outlets/CHANGED Lobby: name: Recepción → Lobby",
                        "Outlets/ADDED Spa: code spa, name: Spa",
                        "Outlets/REMOVED Bar: code bar, name: Bar",
                        "People and machines/CHANGED ana: roles: administration → administration, finance");
        assertThat(said(Locale.of("es")))
                .first()
                .isEqualTo("Establecimientos/CHANGED Lobby: nombre: Recepción → Lobby");
        assertThat(said(Locale.SIMPLIFIED_CHINESE)).first().isEqualTo("门店/CHANGED Lobby：名称：Recepción → Lobby");
    }

    @Test
    void the_coalitions_rules_are_told_with_their_units_and_a_password_is_not() {
        TenancyFixture.write(
                folder,
                "coalition.yaml",
                TenancyFixture.COALITION.replace("only-for-tests-1", "only-for-tests-2")
                        + "expiry: { noticeDays: 45 }\n");

        assertThat(said(Locale.ENGLISH))
                .containsExactlyInAnyOrder(
                        "Coalition/CHANGED the sample’s password",
                        "Coalition/ADDED 45 days’ notice before points expire");
    }

    @Test
    void looking_applies_nothing() {
        hotel(HOTEL.replace("name: Hotel Sol", "name: Hotel Luna"));
        plan();

        assertThat(tenancy.registry.get(SOL).name()).isEqualTo("Hotel Sol");
        assertThat(plan().isEmpty()).isFalse();
    }

    @Test
    void what_is_applied_is_what_was_shown() {
        hotel(HOTEL.replace("name: Hotel Sol", "name: Hotel Luna"));
        String shown = plan().fingerprint();
        hotel(HOTEL.replace("name: Hotel Sol", "name: Hotel Marte"));

        assertThatThrownBy(() -> tenancy.office.apply(OPERATOR, folder, shown, step -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.PLAN_OUTDATED));
        assertThat(tenancy.registry.get(SOL).name()).isEqualTo("Hotel Sol");

        tenancy.office.apply(OPERATOR, folder, plan().fingerprint(), step -> {});
        assertThat(tenancy.registry.get(SOL).name()).isEqualTo("Hotel Marte");
    }

    @Test
    void of_one_brand_alone_and_of_none_that_has_no_file() {
        hotel(HOTEL.replace("name: Hotel Sol", "name: Hotel Luna"));

        assertThat(tenancy.office.plan(OPERATOR, folder, Optional.of(SOL)).files())
                .extracting(FileChange::file)
                .containsExactly("tenants/hotel-sol.yaml");
        assertThatThrownBy(() -> tenancy.office.plan(OPERATOR, folder, Optional.of(new TenantSlug("nobody"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_mistake_is_told_before_any_difference_and_others_than_the_operator_see_nothing() {
        Caller admin =
                new Caller("a", "Ana", Optional.of(tenancy.registry.get(SOL).id()), Set.of(Role.ADMIN), Locale.ENGLISH);
        assertThatThrownBy(() -> tenancy.office.plan(admin, folder, Optional.empty()))
                .isInstanceOf(Refusal.class);

        hotel(HOTEL.replace("zone: Europe/Madrid", "zone: Europe/Nowhere"));
        assertThatThrownBy(this::plan).isInstanceOf(InvalidConfiguration.class);
    }

    private Plan plan() {
        return tenancy.office.plan(OPERATOR, folder, Optional.empty());
    }

    private List<String> said(Locale language) {
        return plan().files().stream()
                .flatMap(file -> file.sections().stream())
                .flatMap(section -> section.differences().stream()
                        .map(difference -> section.title().in(language)
                                + '/'
                                + difference.act()
                                + ' '
                                + difference.words().in(language)))
                .toList();
    }

    private void hotel(String text) {
        TenancyFixture.write(folder, "tenants/hotel-sol.yaml", text);
    }
}
