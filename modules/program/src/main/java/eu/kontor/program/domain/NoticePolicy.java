package eu.kontor.program.domain;

import eu.kontor.program.api.Program;
import java.time.LocalDate;
import java.util.Optional;

/**
 * From which day on a program may be in force. What is worse for members needs the coalition's notice; what is not may begin at once. No
 * version begins before one that is planned already: it would take the planned one's place for ever.
 *
 * @param noticeDays that members are given before anything gets worse for them
 */
public record NoticePolicy(int noticeDays) {

    /** @param newest the newest version that was not cancelled */
    public LocalDate firstPossibleDay(Optional<Program> newest, ProgramDifference difference, LocalDate today) {
        LocalDate first = difference.isWorseForMembers() ? today.plusDays(noticeDays) : today;
        return newest.map(Program::validFrom)
                .filter(planned -> planned.isAfter(first))
                .orElse(first);
    }
}
