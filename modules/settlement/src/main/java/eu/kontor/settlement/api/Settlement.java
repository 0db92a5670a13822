package eu.kontor.settlement.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers.TransferRow;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settlement between partners and operator. The operator closes and sees all; ADMIN, FINANCE and MACHINE of a tenant see
 * their own statement; others are refused.
 */
public interface Settlement {

    /** Newest first. */
    List<WindowRow> windows(Caller caller);

    /** What {@link #close} would freeze right now. */
    Closing preview(Caller caller, YearMonth window);

    /**
     * Freezes the window once, with its statements, in one transaction with the audit entry. Operator only. A partner without a
     * contract does not hold the others back: it is listed, and the next close that finds terms for it makes its statement; so does
     * the close of the same window, asked for again.
     *
     * @throws eu.kontor.kernel.Refusal {@code WINDOW_UNKNOWN}, {@code WINDOW_NOT_OVER}, {@code WINDOW_EARLIER_OPEN}; {@code
     *     WINDOW_ALREADY_CLOSED} when nobody is awaited; {@code CONTRACT_MISSING} when who is awaited still has no contract
     */
    Closing close(Caller caller, YearMonth window);

    /**
     * The frozen statement of a closed window, or the running one of an open window.
     *
     * @throws eu.kontor.kernel.Refusal {@code CONTRACT_MISSING} while its points have no price
     */
    Statement statement(Caller caller, YearMonth window, TenantId partner);

    /**
     * What {@link #preview} would have answered at a past moment. Of a window that was not closed by then the points are those of
     * that moment, the prices those agreed today.
     *
     * @throws eu.kontor.kernel.Refusal {@code DAY_NOT_COME}
     */
    Closing previewAsOf(Caller caller, YearMonth window, Instant moment);

    /**
     * What {@link #statement} would have answered at a past moment, priced as {@link #previewAsOf}; without lines where nothing
     * had been posted by then.
     *
     * @throws eu.kontor.kernel.Refusal {@code DAY_NOT_COME}
     */
    Statement statementAsOf(Caller caller, YearMonth window, TenantId partner, Instant moment);

    /** The transfers behind a statement (or one of its lines), in the order of business date and number. */
    Page<TransferRow> transfers(
            Caller caller,
            YearMonth window,
            TenantId partner,
            Optional<TransferKind> kind,
            Optional<String> cursor,
            int limit);

    /**
     * Those that the partner's tills know by one reference: what was sold and paid with points under it, with what came back of that, and what
     * came back under it. In the same order; nothing for a caller without tills, to whom references are not told.
     */
    List<TransferRow> transfersCalled(Caller caller, YearMonth window, TenantId partner, String reference);

    /** All transfers of a statement as CSV (RFC 4180, UTF-8), each with its price and exact amount, streamed. */
    void writeCsv(Caller caller, YearMonth window, TenantId partner, OutputStream out) throws IOException;

    /** What outstanding points would cost: for a tenant those it issued, for the operator all. */
    Liability liability(Caller caller);

    /**
     * What the partner has agreed to, in the contract's newest version; empty while it has none.
     *
     * @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED} for other partners' people
     */
    Optional<Contract> contract(Caller caller, TenantId partner);

    /**
     * @param statements how many partners have one
     * @param issued for purchases and as goodwill, less goodwill that was taken back, and so perhaps less than nothing
     * @param received by the caller, per currency in the order of their codes; negative: it pays. As of now until the window is closed,
     *     without what has no price yet
     * @param due the first day by which something of it must be paid; empty until the window is closed
     * @param awaited how many partners of a closed window have no statement yet, because their points have no price
     */
    record WindowRow(
            YearMonth window,
            LocalDate firstDay,
            LocalDate lastDay,
            State state,
            Optional<Instant> closedAt,
            int statements,
            long issued,
            Points redeemed,
            List<MoneyAmount> received,
            Optional<LocalDate> due,
            int awaited) {}

    enum State {
        /** Business dates of this window may still come. */
        RUNNING,
        /** Its last day is over; it may be closed. */
        READY,
        CLOSED
    }

    /**
     * @param operatorNet per currency: minus the sum of the partners' nets, so that all cancel to zero to the cent
     * @param withoutContract partners that have points in the window and no statement yet
     */
    record Closing(
            YearMonth window,
            State state,
            List<PartnerNet> partners,
            Map<Currency, MoneyAmount> operatorNet,
            List<WithoutContract> withoutContract) {}

    /** A partner whose points have no price: no contract, or none for their month. */
    record WithoutContract(TenantId partner, String name, long issued, Points redeemed) {

        /** Why its statement is refused, and what makes it. */
        public Refusal whatToDo(YearMonth window) {
            return new Refusal(RefusalCode.CONTRACT_MISSING, "tenant", name, "window", window);
        }
    }

    /**
     * @param issued as for a window
     * @param net positive: the partner receives; negative: it pays
     * @param due by when; empty until the window is closed
     */
    record PartnerNet(
            TenantId partner, String name, long issued, Points redeemed, MoneyAmount net, Optional<LocalDate> due) {}

    /**
     * @param lines one per kind, outlet and price
     * @param net the sum of the lines' amounts; positive: the partner receives
     * @param due by when it must be paid: so many days after the close as the contract says; empty until then
     */
    record Statement(
            YearMonth window,
            State state,
            TenantId partner,
            String partnerName,
            Currency currency,
            Optional<Instant> closedAt,
            List<StatementLine> lines,
            MoneyAmount net,
            Optional<LocalDate> due) {}

    /**
     * @param outlet the outlet's code; empty when the transfer has none
     * @param pricePerPoint from the contract, at most eight decimals
     * @param amount points × price rounded half up to the currency once per line; signed for the partner
     * @param lateTransfers how many carry a business date before the window
     */
    record StatementLine(
            TransferKind kind,
            Optional<String> outlet,
            Points points,
            long transfers,
            long lateTransfers,
            BigDecimal pricePerPoint,
            MoneyAmount amount) {}

    /** @param value of the outstanding points at the contract's price (tenant) or the coalition's value (operator) */
    record Liability(Points outstanding, MoneyAmount value) {}

    /**
     * @param version 1, 2, 3 …
     * @param terms at least one, in the order in which they begin
     * @param paymentDays how many days after a month's close its statement is due
     */
    record Contract(int version, Currency currency, List<Term> terms, int paymentDays) {}

    /**
     * Prices from a month on, until the next term begins.
     *
     * @param pricePerPointIssued what the partner pays, in the contract's currency; at most eight decimals
     * @param valuePerPointRedeemed what the partner receives
     */
    record Term(YearMonth validFrom, BigDecimal pricePerPointIssued, BigDecimal valuePerPointRedeemed) {}
}
