package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

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

/** What is sent, and how the answer is judged. A closed set: the samplers must know how to send each of them. */
public sealed interface Request {

    /** Who is asked, as far as it matters for asking one host not too much at once. */
    String host();

    /** As how many samples it counts: what it costs us, beside a request for a few bytes. */
    default int weight() {
        return 1;
    }

    /** What it means when there was no answer in time. */
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

    /** @param service as the server's health service knows it; empty for the server as a whole */
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

    /** Whether a Job succeeds that has to be run once. */
    record Job(JobRun run) implements Request {
        public Job {
            requireNonNull(run, "run");
        }

        /** The API server's Jobs, whichever namespace asks. */
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

    /** Queries of the Prometheus that the installation names for the asker's namespace. */
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

    /** A header with its value in the clear, or the place in the policy's own namespace where it is kept. */
    sealed interface Header {
        /** Those that say where a request ends and what the connection is for. */
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
