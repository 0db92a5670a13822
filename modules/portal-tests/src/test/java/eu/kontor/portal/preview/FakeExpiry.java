package eu.kontor.portal.preview;

import eu.kontor.expiry.api.Expiry;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.notification.api.ExpiringPoints;
import eu.kontor.notification.api.MemberNotices;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Twenty members lose something by the first; far ahead many do, and before today nobody. In 2030 the ledger does not answer. */
@ApplicationScoped
public class FakeExpiry implements ExpiringPoints, MemberNotices, Expiry {

    private static final int FEW = 20;
    private static final int MANY = 2_400;
    private static final LocalDate FAR = PreviewWorld.today().plusMonths(3);
    private static final int NO_ANSWER = 2030;

    private RunState state = RunState.STOPPED;

    @Override
    public Page<ExpiringRow> page(Caller caller, LocalDate asOf, Optional<String> cursor, int limit) {
        int from = cursor.map(Integer::parseInt).orElse(0);
        int rows = rows(asOf);
        List<ExpiringRow> page = new ArrayList<>();
        for (int i = from; i < Math.min(from + limit, rows); i++) {
            page.add(row(i));
        }
        return new Page<>(page, from + limit < rows ? Optional.of(String.valueOf(from + limit)) : Optional.empty());
    }

    private static int rows(LocalDate asOf) {
        if (asOf.getYear() == NO_ANSWER) {
            throw new Refusal(RefusalCode.OVERLOADED, "seconds", 5);
        }
        return asOf.isBefore(PreviewWorld.today()) ? 0 : asOf.isBefore(FAR) ? FEW : MANY;
    }

    private static ExpiringRow row(int i) {
        boolean told = i % 3 != 2;
        LocalDate day = PreviewWorld.today().plusDays(3 + i % 20);
        PreviewRow row = new PreviewRow(
                new MemberId(1 + i % FakeMembers.NAMES.size()),
                i % 4 == 1 ? Pocket.fixedTerm(12) : Pocket.inactivity(18),
                day,
                Points.of(Math.max(3, 4_200 - i * 190L)),
                100,
                told ? Optional.of(new Announced(PreviewWorld.today().minusDays(20), day)) : Optional.empty(),
                told ? Points.of(Math.max(3, 4_200 - i * 190L)) : Points.ZERO);
        return new ExpiringRow(
                row,
                FakeMembers.NAMES.get(i % FakeMembers.NAMES.size()),
                Optional.of(PreviewWorld.card(1 + i)),
                i % 6 != 5);
    }

    @Override
    public ExpiringSum sum(Caller caller, LocalDate asOf) {
        Map<TenantId, Points> issuers = new LinkedHashMap<>();
        issuers.put(PreviewWorld.RESORT, Points.of(21_930));
        issuers.put(PreviewWorld.CITY, Points.of(14_820));
        issuers.put(PreviewWorld.SHOP, Points.of(8_210));
        issuers.put(PreviewWorld.CAFE, Points.of(2_940));
        return new ExpiringSum(
                previewSum(caller, asOf), new Amount(3, Points.of(6_650)), rows(asOf) == 0 ? Map.of() : issuers);
    }

    @Override
    public void writeCsv(Caller caller, LocalDate asOf, OutputStream out) throws IOException {
        out.write("card,name,points\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Sent send(Caller caller) {
        return new Sent(12, 14, true);
    }

    @Override
    public void writeDue(Caller caller, LocalDate day, Audience audience, OutputStream out) throws IOException {
        out.write("notice,card,name\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Told told(Caller caller, LocalDate toldOn, InputStream file) {
        return new Told(124, 3);
    }

    @Override
    public Expired run(Caller caller, LocalDate asOf) {
        state = RunState.ENDED;
        return new Expired(asOf, 17, Points.of(23_400));
    }

    @Override
    public void stop(Caller caller) {
        state = RunState.STOPPED;
    }

    @Override
    public Optional<Progress> progress(Caller caller) {
        Instant now = PreviewWorld.NOW;
        return Optional.of(new Progress(
                PreviewWorld.today(),
                state,
                1_000,
                Points.of(84_200),
                now.minusSeconds(700),
                now.minusSeconds(240),
                0));
    }

    @Override
    public Page<PreviewRow> preview(Caller caller, LocalDate asOf, Optional<String> cursor, int limit) {
        return new Page<>(List.of(), Optional.empty());
    }

    @Override
    public void streamPreview(Caller caller, LocalDate asOf, Consumer<PreviewRow> sink) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreviewSum previewSum(Caller caller, LocalDate asOf) {
        return new PreviewSum(
                asOf,
                new Amount(FEW, Points.of(47_900)),
                new Amount(14, Points.of(32_810)),
                new Amount(6, Points.of(15_090)));
    }

    @Override
    public Map<TenantId, Points> previewByIssuer(Caller caller, LocalDate asOf) {
        return Map.of();
    }
}
