package dev.readygate.checks.metrics;

import dev.readygate.api.v1alpha1.Latency;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.api.v1alpha1.SloCheck;
import dev.readygate.api.v1alpha1.SloCheck.LatencyIndicator;
import dev.readygate.checks.metrics.Query.Span;
import dev.readygate.checks.promql.Bindings;
import dev.readygate.checks.promql.PromqlExpression;
import dev.readygate.checks.promql.QueryTemplate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The share of failed requests over each window: all numbers of an objective follow from it. */
public record Indicator(SloCheck slo, SloWindows over) {
    /** A thousandth of a window makes no visible difference; no refresh waits longer than five minutes. */
    private static final int REFRESHES = 1000;

    /** Other names stand in quotation marks. */
    private static final Pattern BARE_NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

    private static final Duration RAREST = Duration.ofMinutes(5);

    /** Over the windows of the policy. */
    public Indicator(SloCheck slo) {
        this(slo, SloWindows.of(slo));
    }

    public List<Query> queries(Bindings bindings, Duration every) {
        var now = new Span.Now(slo.maxAge().toDuration());
        var shares = over.each().stream().map(it -> new Query(template(it), bindings, now, refresh(it, every)));
        var counts = counted().map(it -> new Query(it, bindings, now, refresh(over.whole(), every)));
        return Stream.concat(shares, counts).toList();
    }

    private static Duration refresh(Duration window, Duration every) {
        var sometimes = window.dividedBy(REFRESHES);
        var bounded = sometimes.compareTo(RAREST) < 0 ? sometimes : RAREST;
        return bounded.compareTo(every) > 0 ? bounded : every;
    }

    public Stream<QueryTemplate> templates() {
        return Stream.concat(over.each().stream().map(this::template), counted());
    }

    /** How many were counted over the whole window, if that matters. */
    private Stream<QueryTemplate> counted() {
        return Stream.ofNullable(slo.minSamples())
                .map(_ -> new QueryTemplate(
                        "sum(increase(%s[%s]))".formatted(total().strip(), ReadinessDuration.of(over.whole()))));
    }

    private String total() {
        return slo.ratio() == null ? count(slo.latency()) : slo.ratio().total();
    }

    /** Missing errors are 0; missing good requests may as well mean a wrong name of the counter. */
    private QueryTemplate template(Duration window) {
        var errors = rate(slo.ratio() == null ? null : slo.ratio().errors(), window);
        var good =
                rate(slo.ratio() == null ? bucket(slo.latency()) : slo.ratio().good(), window);
        var total = rate(total(), window);
        return new QueryTemplate(errors.map(it -> "(%s or vector(0)) / %s".formatted(it, total.orElseThrow()))
                .orElseGet(() -> "1 - %s / %s".formatted(good.orElseThrow(), total.orElseThrow())));
    }

    private static Optional<String> rate(String counter, Duration window) {
        return Optional.ofNullable(counter)
                .map(it -> "sum(rate(%s[%s]))".formatted(it.strip(), ReadinessDuration.of(window)));
    }

    private static String bucket(LatencyIndicator latency) {
        return "%s,le=~\"%s\"}".formatted(selector(latency, "_bucket"), bound(latency.threshold()));
    }

    private static String count(LatencyIndicator latency) {
        return selector(latency, "_count") + "}";
    }

    /** Without the closing brace. */
    private static String selector(LatencyIndicator latency, String suffix) {
        var name = latency.histogram() + suffix;
        return (BARE_NAME.matcher(name).matches() ? "%s{%s" : "{\"%s\",%s").formatted(name, whose(latency));
    }

    private static String whose(LatencyIndicator latency) {
        var further =
                Optional.ofNullable(latency.selector()).map(it -> "," + it).orElse("");
        return "namespace=\"{{namespace}}\",pod=~\"{{pods}}\"" + further;
    }

    /** Libraries write a whole second as 1 or as 1.0. */
    private static String bound(Latency threshold) {
        var seconds = BigDecimal.valueOf(threshold.toDuration().toMillis(), 3).stripTrailingZeros();
        var text = seconds.toPlainString().replace(".", "[.]");
        return seconds.scale() > 0 ? text : text + "([.]0)?";
    }

    /** Why the check is invalid. */
    public Optional<String> mistake() {
        return Stream.of(
                        counters().flatMap(it -> notPlain(it).stream()),
                        BurnRates.mistake(slo).stream(),
                        templates().flatMap(it -> it.mistake().stream()))
                .flatMap(it -> it)
                .findFirst();
    }

    private Stream<String> counters() {
        return slo.ratio() == null
                ? Stream.of(bucket(slo.latency()))
                : Stream.of(
                                slo.ratio().good(),
                                slo.ratio().errors(),
                                slo.ratio().total())
                        .filter(it -> it != null);
    }

    private static Optional<String> notPlain(String counter) {
        return PromqlExpression.isPlainSelector(counter)
                ? Optional.empty()
                : Optional.of("an indicator is a plain counter such as http_requests_total{code=~\"5..\"}, without"
                        + " functions, ranges or sums: those are added for each window");
    }
}
