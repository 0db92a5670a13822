package eu.kontor.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eu.kontor.kernel.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Who may do what is decided where it is done. What the API or the portal calls behind a context's {@code api} reaches
 * {@link Caller#mustBe}, or stands with its reason in {@code without-a-rule.txt}.
 */
class EveryUseCaseHasItsRuleTest {

    private static final String TABLE = "without-a-rule.txt";

    private static JavaClasses kontor;

    @BeforeAll
    static void readTheCompiledHouse() {
        kontor = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("eu.kontor");
    }

    @Test
    @DisplayName("What the API and the portal call asks who may")
    void whatTheApiAndThePortalCallAsksWhoMay() {
        Set<String> without = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        for (JavaMethod useCase : useCases()) {
            String name = nameOf(useCase);
            found.add(name);
            if (!implementationsOf(useCase).allMatch(method -> reaches(method, "mustBe"))) {
                without.add(name);
            }
        }

        assertThat(found).as("what the API and the portal call").hasSizeGreaterThan(50);
        assertThat(without)
                .as("calls without a rule, against " + TABLE)
                .isEqualTo(new TreeSet<>(reasons().keySet()));
    }

    @Test
    @DisplayName("What cannot be undone asks for a recent sign-in")
    void whatCannotBeUndoneAsksForARecentSignIn() {
        Set<String> asking = new TreeSet<>();
        for (JavaMethod useCase : useCases()) {
            if (implementationsOf(useCase).allMatch(method -> reaches(method, "mustHaveProvenLately"))) {
                asking.add(nameOf(useCase));
            }
        }

        assertThat(asking)
                .contains(
                        "Settlement.close",
                        "TenantAdministration.apply",
                        "TenantAdministration.suspend",
                        "TenantAdministration.resume",
                        "TenantAdministration.remove",
                        "Checkout.reverse",
                        "Checkout.move",
                        "Checkout.returnRedemption",
                        "Corrections.approve",
                        "Corrections.takeBack",
                        "Expiry.run",
                        "MemberImport.run",
                        "Erasures.erase",
                        "MemberFiles.of",
                        "Merges.merge",
                        "Merges.undo");
    }

    @Test
    @DisplayName("Each exception says why")
    void eachExceptionSaysWhy() {
        assertThat(reasons()).allSatisfy((_, reason) -> assertThat(reason).hasSizeGreaterThan(10));
    }

    private static Set<JavaMethod> useCases() {
        Set<JavaMethod> called = new HashSet<>();
        for (JavaClass type : kontor) {
            if (isADoor(type)) {
                for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                    JavaClass owner = call.getTargetOwner();
                    if (owner.isInterface() && owner.getPackageName().matches("eu\\.kontor\\.[a-z]+\\.api")) {
                        call.getTarget().resolveMember().ifPresent(called::add);
                    }
                }
            }
        }
        called.removeIf(method -> implementationsOf(method).findAny().isEmpty());
        return called;
    }

    private static boolean isADoor(JavaClass type) {
        String name = type.getPackageName();
        return Stream.of("eu.kontor.rest", "eu.kontor.portal", "eu.kontor.portalkit")
                .anyMatch(door -> name.equals(door) || name.startsWith(door + '.'));
    }

    private static Stream<JavaMethod> implementationsOf(JavaMethod method) {
        return method.getOwner().getAllSubclasses().stream()
                .filter(type -> !type.isInterface())
                .flatMap(type -> type
                        .tryGetMethod(
                                method.getName(),
                                method.getRawParameterTypes().stream()
                                        .map(JavaClass::getName)
                                        .toArray(String[]::new))
                        .stream());
    }

    private static boolean reaches(JavaMethod useCase, String rule) {
        Set<JavaMethod> seen = new HashSet<>();
        Deque<JavaMethod> open = new ArrayDeque<>(List.of(useCase));
        while (!open.isEmpty()) {
            JavaMethod next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            for (JavaMethodCall call : next.getMethodCallsFromSelf()) {
                MethodCallTarget target = call.getTarget();
                if (target.getOwner().isEquivalentTo(Caller.class)
                        && target.getName().equals(rule)) {
                    return true;
                }
                target.resolveMember()
                        .filter(member -> member.getOwner().getPackageName().startsWith("eu.kontor."))
                        .ifPresent(member -> {
                            open.push(member);
                            implementationsOf(member).forEach(open::push);
                        });
            }
        }
        return false;
    }

    private static String nameOf(JavaMethod method) {
        return method.getOwner().getSimpleName() + '.' + method.getName();
    }

    /** Type and method, with the reason. */
    private static Map<String, String> reasons() {
        try (InputStream table = Objects.requireNonNull(EveryUseCaseHasItsRuleTest.class.getResourceAsStream(TABLE))) {
            Map<String, String> reasons = new HashMap<>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> reasons.put(
                            line.substring(0, line.indexOf(':')),
                            line.substring(line.indexOf(':') + 1).strip()));
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
