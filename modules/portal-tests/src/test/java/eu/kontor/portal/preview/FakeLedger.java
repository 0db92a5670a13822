package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Actor;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.PostedBy;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TillNames;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Balances and transfers that follow from small formulas, plus what was done in this preview. */
@ApplicationScoped
public class FakeLedger implements Balances, Transfers, TillNames {

    @Override
    public Map<PostingId, TillName> of(Caller caller, Collection<PostingId> postings) {
        return caller.tenant().isEmpty()
                ? Map.of()
                : postings.stream()
                        .distinct()
                        .collect(Collectors.toMap(id -> id, id -> new TillName(id, reference(id))));
    }

    @Override
    public Set<PostingId> called(Caller caller, String reference, LocalDate from, LocalDate to) {
        return Set.of();
    }

    /** What the preview's tills call a posting. */
    static String reference(PostingId posting) {
        return "T-" + (8_000 + posting.number() % 1_000);
    }

    private static final List<TenantId> PARTNERS =
            List.of(PreviewWorld.RESORT, PreviewWorld.CITY, PreviewWorld.CAFE, PreviewWorld.SHOP);

    private final Map<MemberId, Long> changes = new HashMap<>();

    synchronized Points change(MemberId member, long points) {
        changes.merge(member, points, Long::sum);
        return of(member).available();
    }

    synchronized boolean hasPosted(MemberId member) {
        return changes.containsKey(member);
    }

    @Override
    public MemberBalance of(MemberId member) {
        long base = 420 + member.value() * 1_937 % 9_000 + changes.getOrDefault(member, 0L);
        long short_ = member.value() % 2 == 0 ? Math.min(300, base) : 0;
        List<PocketBalance> pockets = new ArrayList<>();
        if (short_ > 0) {
            pockets.add(new PocketBalance(
                    Pocket.fixedTerm(18),
                    Points.of(short_),
                    Points.ZERO,
                    Optional.of(new NextExpiry(LocalDate.of(2027, 2, 1), Points.of(Math.min(120, short_))))));
        }
        pockets.add(new PocketBalance(
                Pocket.inactivity(18),
                Points.of(base - short_),
                Points.ZERO,
                Optional.of(new NextExpiry(LocalDate.of(2028, 4, 30), Points.of(base - short_)))));
        Points debt = member.value() == 4 ? Points.of(150) : Points.ZERO;
        return new MemberBalance(
                member,
                pockets,
                debt,
                Optional.of(PreviewWorld.today().minusDays(member.value() % 20)),
                waiting(member));
    }

    /** Hugo Salas bought something yesterday that can still be brought back. */
    private static List<PendingPoints> waiting(MemberId member) {
        Instant inTwoWeeks = PreviewWorld.today()
                .plusDays(14)
                .atStartOfDay(PreviewWorld.MADRID)
                .toInstant();
        return member.value() == 2 ? List.of(new PendingPoints(inTwoWeeks, Points.of(85))) : List.of();
    }

    @Override
    public Map<MemberId, MemberBalance> of(Collection<MemberId> members) {
        return members.stream().distinct().collect(Collectors.toMap(member -> member, this::of));
    }

    @Override
    public Points outstanding() {
        return Points.of(4_812_460);
    }

    @Override
    public Map<TenantId, Points> outstandingByIssuer() {
        return Map.of(
                PreviewWorld.RESORT, Points.of(2_210_700),
                PreviewWorld.CITY, Points.of(1_648_300),
                PreviewWorld.CAFE, Points.of(312_980),
                PreviewWorld.SHOP, Points.of(640_480));
    }

    @Override
    public Page<TransferRow> ofMember(Caller caller, MemberId member, Optional<String> cursor, int limit) {
        List<TransferRow> rows = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            rows.add(row(member, caller.tenant().orElse(PreviewWorld.CAFE), i));
        }
        return new Page<>(rows.stream().limit(limit).toList(), Optional.empty());
    }

    private static TransferRow row(MemberId member, TenantId tenant, int i) {
        LocalDate day = PreviewWorld.today().minusDays(3L + i * 9L);
        TransferKind kind = i == 1 ? TransferKind.GIFT_RECEIVED : i % 4 == 2 ? TransferKind.REDEEM : TransferKind.EARN;
        return new TransferRow(
                9_000 + i,
                new PostingId(member, 9_000 + i),
                member,
                tenant,
                1,
                kind,
                Points.of(kind == TransferKind.EARN ? 40 + i * 17L : 500),
                Pocket.inactivity(18),
                day,
                day.atTime(11, 20).toInstant(ZoneOffset.UTC),
                YearMonth.from(day),
                3,
                by(tenant, i));
    }

    /** A person, a machine, a file, and what was posted before names were kept. */
    private static PostedBy by(TenantId tenant, int i) {
        Actor person =
                new Actor(Optional.of(tenant), "u-17", Optional.of("Inês Prado"), "portal", "front-desk", "", "");
        Actor machine = new Actor(Optional.of(tenant), "m-3", Optional.of("svc"), "svc-cafe", "machine", "T2", "");
        return switch (i % 4) {
            case 0 -> new PostedBy(new ActorId(100), Optional.of(person));
            case 1 -> new PostedBy(new ActorId(101), Optional.of(machine));
            case 2 -> new PostedBy(new ActorId(102), Optional.of(person.bringing(17, "kasse-2026-10.csv")));
            default -> PostedBy.NOBODY_KNOWN;
        };
    }

    @Override
    public Points movedBy(Caller caller, String subject, TransferKind kind, Instant since) {
        return Points.ZERO;
    }

    @Override
    public PostedBy postedBy(Caller caller, PostingId posting) {
        return by(caller.tenant().orElse(PreviewWorld.CAFE), 0);
    }

    @Override
    public Page<TransferRow> ofWindow(
            Caller caller,
            TenantId tenant,
            YearMonth window,
            Optional<TransferKind> kind,
            Optional<String> cursor,
            int limit) {
        List<TransferRow> rows = new ArrayList<>();
        streamWindow(caller, tenant, window, rows::add);
        return new Page<>(
                rows.stream()
                        .filter(row -> kind.isEmpty() || kind.get() == row.kind())
                        .limit(limit)
                        .toList(),
                Optional.empty());
    }

    @Override
    public List<TransferRow> ofPostings(
            Caller caller, TenantId tenant, YearMonth window, Collection<PostingId> postings) {
        return ofWindow(caller, tenant, window, Optional.empty(), Optional.empty(), Page.MAX_ROWS).rows().stream()
                .filter(row -> postings.contains(row.purchase()))
                .toList();
    }

    @Override
    public void streamWindow(Caller caller, TenantId tenant, YearMonth window, Consumer<TransferRow> sink) {
        for (int i = 0; i < 60; i++) {
            TransferRow row = row(new MemberId(1 + i % 24), tenant, i);
            LocalDate day = window.atDay(1 + i % 28);
            sink.accept(new TransferRow(
                    row.number(),
                    row.purchase(),
                    row.member(),
                    tenant,
                    1 + i % 2,
                    row.kind(),
                    row.points(),
                    Pocket.inactivity(18),
                    day,
                    day.atTime(9, i).toInstant(ZoneOffset.UTC),
                    window,
                    3));
        }
    }

    @Override
    public Elsewhere elsewhere(Caller caller, MemberId member) {
        return new Elsewhere(Points.of(3_400 + member.value() * 71), Points.of(1_200), 2);
    }

    /** No purchase of this preview has several parts. */
    @Override
    public List<AwardPart> award(Caller caller, PostingId purchase) {
        return List.of();
    }

    @Override
    public List<MonthlySum> monthly(Caller caller, YearMonth from, YearMonth to) {
        List<MonthlySum> sums = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            for (TenantId partner : PARTNERS) {
                if (caller.tenant().isEmpty() || caller.tenant().get().equals(partner)) {
                    sums.addAll(month(month, partner));
                }
            }
        }
        return sums;
    }

    private static List<MonthlySum> month(YearMonth month, TenantId partner) {
        double season = 1 + 0.28 * Math.sin((month.getMonthValue() - 4) / 12.0 * 2 * Math.PI);
        double size =
                switch (partner.value()) {
                    case 1 -> 212_000;
                    case 2 -> 158_000;
                    case 3 -> 47_000;
                    default -> 71_000;
                };
        double part = month.equals(YearMonth.from(PreviewWorld.today())) ? 0.7 : 1;
        long wobble = month.getMonthValue() * 7_919L % 5_000 * partner.value() / 3;
        double growth = month.getYear() == 2026 ? 1.17 : month.getYear() == 2025 ? 1.04 : 0.9;
        long issued = (long) (size * season * part * growth) + wobble;
        boolean cafe = partner.equals(PreviewWorld.CAFE);
        long redeemed = (long) (issued * (cafe ? 1.32 : 0.44) * (0.92 + month.getMonthValue() % 3 * 0.06));
        return List.of(
                new MonthlySum(month, partner, TransferKind.EARN, Points.of(issued), issued / 90),
                new MonthlySum(month, partner, TransferKind.REDEEM, Points.of(redeemed), redeemed / 700),
                new MonthlySum(month, partner, TransferKind.REVERSE, Points.of(issued / 160), 12),
                new MonthlySum(month, partner, TransferKind.EXPIRE, Points.of(issued / 19), 40));
    }

    @Override
    public long activeMembers(Caller caller, YearMonth from, YearMonth to) {
        long months = from.until(to, java.time.temporal.ChronoUnit.MONTHS) + 1;
        return (caller.tenant().isPresent() ? 512 : 1_431)
                + months * 23
                - from.getYear() % 5 * 11L
                - from.getMonthValue() * 3L;
    }
}
