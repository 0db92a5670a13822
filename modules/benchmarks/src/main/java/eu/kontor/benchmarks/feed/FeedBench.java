package eu.kontor.benchmarks.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.benchmarks.MemberRange;
import eu.kontor.checkout.application.CheckedItems;
import eu.kontor.checkout.application.CheckedStamps;
import eu.kontor.checkout.application.DeskLimits;
import eu.kontor.checkout.application.ExchangedGoods;
import eu.kontor.checkout.application.FeedBatches;
import eu.kontor.checkout.application.ItemGate;
import eu.kontor.checkout.application.ItemPipeline;
import eu.kontor.checkout.application.MovedPurchases;
import eu.kontor.checkout.application.RedemptionValue;
import eu.kontor.checkout.application.ReturnedRedemptions;
import eu.kontor.checkout.application.ReturnedTickets;
import eu.kontor.checkout.application.ReturnsOfFiles;
import eu.kontor.checkout.application.SoldPurchases;
import eu.kontor.checkout.application.StrangersCards;
import eu.kontor.checkout.application.TicketCorrections;
import eu.kontor.checkout.application.TillContext;
import eu.kontor.checkout.application.ToldRedemptions;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.checkout.persistence.FiledPurchases;
import eu.kontor.feeds.application.FeedIntake;
import eu.kontor.feeds.application.FeedSettings;
import eu.kontor.feeds.application.FeedWorker;
import eu.kontor.feeds.application.FileBringers;
import eu.kontor.feeds.application.PostingDoors;
import eu.kontor.feeds.persistence.BatchReader;
import eu.kontor.feeds.persistence.FilePrePass;
import eu.kontor.files.api.PlainFile;
import eu.kontor.files.api.RecordReader;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingQueue;
import eu.kontor.ledger.application.KnownActors;
import eu.kontor.ledger.application.LedgerCalendar;
import eu.kontor.ledger.application.LedgerTransfers;
import eu.kontor.ledger.application.Poster;
import eu.kontor.membership.application.CardResolver;
import eu.kontor.membership.application.CardRules;
import eu.kontor.membership.persistence.CardLookup;
import eu.kontor.outbox.application.OutboxWriter;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.program.application.CachedPrograms;
import eu.kontor.program.application.ProgramSection;
import eu.kontor.program.persistence.PublishedPrograms;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.tenancy.testing.KontorDatabase;
import eu.kontor.trust.api.Pace;
import eu.kontor.trust.application.RaisedSignals;
import eu.kontor.trust.persistence.SignalRows;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One tenant with a program, members with cards, and the real posting path, wired by hand. */
final class FeedBench {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 15);

    private static final String PREFIX = "972401";
    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Clock CLOCK =
            Clock.fixed(TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    private static final String PROGRAM =
            """
            {"validFrom": "2020-01-01", "pointsPerUnit": {"EUR": 10}, "rounding": "down", "expiryMonths": 24,
             "valuePerPoint": {"EUR": 0.01}, "minimumRedemption": 100}""";

    private final KontorDatabase database;
    private final Tenant tenant;
    private final Transactions transactions;
    private final FeedIntake intake;
    private final FeedWorker worker;

    FeedBench(KontorDatabase database, Path feedsFolder, int members) {
        this.database = database;
        TenantId id = database.tenant("bench");
        this.tenant = new Tenant(
                id,
                new TenantSlug("bench"),
                "Bench",
                Tenant.State.ACTIVE,
                "#1f5f8b",
                Optional.empty(),
                List.of(EURO),
                ZONE,
                Locale.ENGLISH,
                List.of(new Tenant.Outlet(1, "main", "Main outlet")));
        enterMembers(members);
        PublishedPrograms history = new PublishedPrograms(CLOCK);
        this.transactions = database.transactions(history);
        Tenants tenants = new OneTenant(tenant);
        CachedPrograms programs = new CachedPrograms(transactions, history);
        publish(new ProgramSection(history, programs));
        Poster ledger =
                new Poster(transactions, new OutboxWriter(new OutboxTable()), new LedgerCalendar(tenants, CLOCK));
        CardResolver cards = new CardResolver(transactions, new CardLookup(), new CardRules(tenants, CLOCK));
        Audit unheard = (unit, caller, action, subject, details) -> {};
        KnownActors actors = new KnownActors(transactions, unheard);
        FileBringers bringers = new FileBringers(transactions, actors);
        RaisedSignals signals = new RaisedSignals(transactions, new SignalRows(), CLOCK);
        DeskLimits limits = new DeskLimits(
                new TillContext(tenants, CLOCK),
                transactions,
                new FiledPurchases(),
                programs,
                new LedgerTransfers(transactions),
                signals,
                (caller, member, code) -> {});
        ItemPipeline pipeline = new ItemPipeline(
                transactions,
                cards,
                programs,
                ledger,
                new NoQueue(),
                new ItemGate(
                        actors,
                        limits,
                        new NoPace(),
                        ledger,
                        new StrangersCards(
                                new TillContext(tenants, CLOCK), programs, (unit, asked, limit) -> Optional.empty())));
        FeedBatches batches = batches(tenants, programs, pipeline, ledger);
        FeedSettings settings = new FeedSettings(
                name -> name.endsWith(".dir") ? Optional.of(feedsFolder.toString()) : Optional.empty());
        this.intake = new FeedIntake(settings, transactions, unheard, bringers, CLOCK);
        this.worker = new FeedWorker(settings, tenants, transactions, new PostingDoors(batches, bringers), CLOCK);
    }

    private FeedBatches batches(Tenants tenants, CachedPrograms programs, ItemPipeline pipeline, Poster ledger) {
        TillContext till = new TillContext(tenants, CLOCK);
        SoldPurchases sold =
                new SoldPurchases(transactions, new FiledPurchases(), programs, ledger, new MovedPurchases(ledger));
        CheckedStamps stamps = new CheckedStamps(till);
        ReturnedTickets tickets = new ReturnedTickets(transactions, new FiledAnswers(), sold, stamps);
        ReturnsOfFiles returned = new ReturnsOfFiles(
                transactions,
                new FiledAnswers(),
                sold,
                tickets,
                new ReturnedRedemptions(transactions, new FiledAnswers(), stamps),
                programs);
        CheckedItems checked = new CheckedItems(
                till,
                programs,
                new RedemptionValue(programs),
                sold,
                returned,
                stamps,
                new ExchangedGoods(sold, tickets));
        return new FeedBatches(
                till,
                checked,
                transactions,
                pipeline,
                new TicketCorrections(ledger),
                new ToldRedemptions(transactions, new FiledAnswers(), ledger, till),
                returned);
    }

    /** Files report what has happened: it is not held up. */
    private static final class NoPace implements Pace {

        @Override
        public List<Optional<TooFast>> claim(UnitOfWork unit, List<Claim> claims) {
            throw new UnsupportedOperationException("the benchmark spends nothing");
        }

        @Override
        public Optional<TooFast> check(UnitOfWork unit, Claim claim) {
            throw new UnsupportedOperationException("the benchmark spends nothing");
        }

        @Override
        public void giveBack(Claim claim) {
            throw new UnsupportedOperationException("the benchmark spends nothing");
        }
    }

    /** Files do not wait with single calls. */
    private static final class NoQueue implements PostingQueue {

        @Override
        public CompletionStage<Outcome> submit(Posting posting) {
            throw new UnsupportedOperationException("the benchmark has no single calls");
        }

        @Override
        public <T> CompletionStage<Outcome> submit(T item, Preparation<T> preparation) {
            throw new UnsupportedOperationException("the benchmark has no single calls");
        }
    }

    Tenant tenant() {
        return tenant;
    }

    Transactions transactions() {
        return transactions;
    }

    FeedIntake intake() {
        return intake;
    }

    FeedWorker worker() {
        return worker;
    }

    /** Reads and translates the whole file as the worker would. */
    double secondsToRead(Path file) throws IOException {
        long begin = System.nanoTime();
        FilePrePass.Finding finding = new FilePrePass(
                        new PlainFile.Plain(file, false), file.getFileName().toString())
                .inspect(List.of());
        try (BatchReader batches = new BatchReader(file, finding, RecordReader.Position.START, Optional.empty())) {
            while (batches.next().isPresent()) {
                continue;
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void enterMembers(int members) {
        try (Connection superuser = database.superuser()) {
            MemberRange.enter(superuser, members);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish(ProgramSection section) {
        transactions.asTenant(tenant.id(), unit -> {
            try {
                section.apply(tenant, new ObjectMapper().readTree(PROGRAM), unit);
                return null;
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The registry of a coalition with one tenant. */
    private record OneTenant(Tenant tenant) implements Tenants {
        @Override
        public Coalition coalition() {
            return new Coalition(
                    "Bench",
                    Map.of("en", "points"),
                    ZONE,
                    PREFIX,
                    YearMonth.of(2026, 9),
                    EURO,
                    new BigDecimal("0.01"),
                    false);
        }

        @Override
        public List<Tenant> all() {
            return List.of(tenant);
        }

        @Override
        public Tenant get(TenantId id) {
            return tenant;
        }

        @Override
        public Tenant get(TenantSlug slug) {
            return tenant;
        }

        @Override
        public Tenant active(TenantId id) {
            return tenant;
        }
    }
}
