package eu.kontor.membership.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.membership.api.Members.NewMember;
import eu.kontor.membership.domain.SearchName;
import eu.kontor.membership.persistence.CodeRecords.HashedCode;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Writes new members with their hashed confirmation code, first card and enrolment at the brand whose role runs the transaction. */
@Service
public class NewMembers {

    private static final String ENROL = SqlFile.read("membership/enrol_new_member");

    /** @param now when the member agreed, if it did */
    public MemberId enrol(
            UnitOfWork unit, NewMember form, HashedCode code, CardNumber card, LocalDate since, Instant now) {
        long number = unit.jdbi()
                .createQuery(ENROL)
                .bind("given", form.givenName())
                .bind("family", form.familyName())
                .bind(
                        "search",
                        SearchName.of(form.givenName(), form.familyName()).value())
                .bind("phone", form.phone())
                .bind("email", form.email())
                .bind("language", form.language())
                .bind("card", card)
                .bind("since", since)
                .bind("salt", code.salt())
                .bind("hash", code.hash())
                .bind("agreedAt", at(Optional.of(now).filter(moment -> form.contactShown())))
                .mapTo(Long.class)
                .one();
        return new MemberId(number);
    }

    private static Optional<OffsetDateTime> at(Optional<Instant> moment) {
        return moment.map(instant -> instant.atOffset(ZoneOffset.UTC));
    }
}
