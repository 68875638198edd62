package dev.readygate.testing.observer;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.HttpCheck.HttpMethod;
import dev.readygate.api.v1alpha1.HttpExpectation;
import dev.readygate.api.v1alpha1.ProbeTarget;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The answers of a simulated pod, from its settings: equivalent to asking it, and possible afterwards. */
record SimulatedProgram(Map<String, String> answers) {
    private static final Pattern ROUTE = Pattern.compile("(\\S+) (\\d{3})(.*)");
    private static final Pattern LATENCY = Pattern.compile(".*latency=(\\d+)(ms|s|m|h).*");
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);

    enum PodReply {
        Good,
        Bad,
        None
    }

    /** The checks with such a simple answer: a GET of the pod itself that accepts any 2xx. */
    static boolean canAnswer(CheckSpec check) {
        var http = check.http();
        return http != null
                && http.target() == ProbeTarget.NewPods
                && http.methodOrGet() == HttpMethod.GET
                && http.port() == null
                && http.expect().equals(new HttpExpectation(null, null, null, null));
    }

    PodReply to(CheckSpec check) {
        var route = route(check.http().pathOrRoot());
        if (route.map(it -> isLate(it, check)).orElse(false)) {
            return PodReply.None;
        }
        return route.map(it -> it.status().startsWith("2")).orElse(true) ? PodReply.Good : PodReply.Bad;
    }

    private static boolean isLate(Route route, CheckSpec check) {
        var timeout = check.timeout() == null ? USUAL_TIMEOUT : check.timeout().toDuration();
        return route.latency().compareTo(timeout) >= 0;
    }

    private Optional<Route> route(String path) {
        return routes().stream()
                .filter(it -> it.answers(path))
                .max(Comparator.comparing(Route::isExact)
                        .thenComparing(it -> it.path().length()));
    }

    private List<Route> routes() {
        return Arrays.stream(answers.getOrDefault("http", "").split("[;\n]"))
                .map(String::strip)
                .flatMap(it -> Route.read(it).stream())
                .toList();
    }

    private record Route(String path, String status, Duration latency) {
        static Optional<Route> read(String text) {
            var match = ROUTE.matcher(text);
            return match.matches()
                    ? Optional.of(new Route(match.group(1), match.group(2), latency(match.group(3))))
                    : Optional.empty();
        }

        private static Duration latency(String options) {
            var match = LATENCY.matcher(options);
            if (!match.matches()) {
                return Duration.ZERO;
            }
            long number = Long.parseLong(match.group(1));
            return switch (match.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        }

        boolean isExact() {
            return !path.endsWith("*");
        }

        boolean answers(String asked) {
            return isExact() ? path.equals(asked) : asked.startsWith(path.substring(0, path.length() - 1));
        }
    }
}
