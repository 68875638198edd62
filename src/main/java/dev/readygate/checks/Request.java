package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.ExpectedAnswer;
import dev.readygate.checks.answer.NoAnswer;
import dev.readygate.checks.answer.Tls;
import dev.readygate.checks.metrics.MetricAnswer;
import dev.readygate.checks.metrics.MetricJudge;
import dev.readygate.checks.metrics.Query;
import dev.readygate.facts.JobRun;
import dev.readygate.facts.JobState;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A request, and how its answer is judged. A closed set: the samplers must know how to send each kind. */
public sealed interface Request {

    /** The host, so that the operator does not ask one host too much at once. */
    String host();

    /** Its cost in samples, compared to a request for a few bytes. */
    default int weight() {
        return 1;
    }

    /** The sample when no answer came in time. */
    Sample unanswered(String reason, Instant at);

    record Http(
            Endpoint to, Method method, String pathAndQuery, List<Header> headers, Tls tls, ExpectedAnswer expectation)
            implements Request {
        private static final int WITH_A_BODY = 5;

        public Http {
            requireNonNull(to, "to");
            requireNonNull(method, "method");
            requireNonNull(pathAndQuery, "pathAndQuery");
            requireNonNull(tls, "tls");
            requireNonNull(expectation, "expectation");
            headers = List.copyOf(headers);
        }

        @Override
        public String host() {
            return to.host();
        }

        @Override
        public int weight() {
            return expectation.readsBody() ? WITH_A_BODY : 1;
        }

        @Override
        public Sample unanswered(String reason, Instant at) {
            return expectation.judge(new NoAnswer(reason), at);
        }
    }

    /** Whether the port accepts connections. */
    record Tcp(Endpoint to) implements Request {
        public Tcp {
            requireNonNull(to, "to");
        }

        @Override
        public String host() {
            return to.host();
        }

        @Override
        public Sample unanswered(String reason, Instant at) {
            return new NoAnswer(reason).judge(at);
        }
    }

    /** @param service its name in the server's health service; empty for the whole server */
    record Grpc(Endpoint to, String service, Tls tls) implements Request {
        public Grpc {
            requireNonNull(to, "to");
            requireNonNull(service, "service");
            requireNonNull(tls, "tls");
        }

        @Override
        public String host() {
            return to.host();
        }

        @Override
        public Sample unanswered(String reason, Instant at) {
            return new NoAnswer(reason).judge(at);
        }
    }

    /** Whether a Job succeeds that runs once. */
    record Job(JobRun run) implements Request {
        public Job {
            requireNonNull(run, "run");
        }

        /** The API server's Jobs, for all namespaces. */
        @Override
        public String host() {
            return "jobs";
        }

        @Override
        public Sample unanswered(String reason, Instant at) {
            return new Sample(at, Outcome.Unknown, "unknown", "the API server has not said how the Job is: " + reason);
        }

        public Sample judge(JobState state, Instant at) {
            return switch (state) {
                case JobState.JobRunning(var job) ->
                    new Sample(at, Outcome.Unknown, "running", "the Job %s is running".formatted(job));
                case JobState.Succeeded(var job) ->
                    new Sample(at, Outcome.Pass, "completed", "the Job %s completed".formatted(job));
                case JobState.Failed(var job, var why) ->
                    new Sample(at, Outcome.Fail, "failed", "the Job %s %s".formatted(job, why));
                case JobState.NotRun(var why) -> new Sample(at, Outcome.Error, "not run", why);
            };
        }
    }

    /** Queries of the Prometheus that the installation names for the namespace. */
    record Metrics(List<Query> queries, MetricJudge judge) implements Request {
        public Metrics {
            requireNonNull(judge, "judge");
            queries = List.copyOf(queries);
        }

        @Override
        public String host() {
            return "prometheus";
        }

        @Override
        public int weight() {
            return queries.size();
        }

        @Override
        public Sample unanswered(String reason, Instant at) {
            MetricAnswer silent = new MetricAnswer.NoQueryResult("Prometheus gave no answer: " + reason);
            return judge.judge(Collections.nCopies(queries.size(), silent), at);
        }
    }

    enum Method {
        GET,
        HEAD
    }

    /** A header with its value in the clear, or a key of a Secret in the policy's namespace. */
    sealed interface Header {
        /** Headers that frame a request or control the connection. */
        Set<String> OURS = Set.of(
                "connection",
                "content-length",
                "expect",
                "http2-settings",
                "keep-alive",
                "proxy-authorization",
                "proxy-connection",
                "te",
                "trailer",
                "transfer-encoding",
                "upgrade");

        static boolean isOurs(String name) {
            return OURS.contains(name.toLowerCase(Locale.ROOT));
        }

        String name();

        record Plain(String name, String value) implements Header {}

        record FromSecret(String name, Tls.KeptIn value) implements Header {}
    }
}
