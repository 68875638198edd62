package dev.readygate.checks.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.readygate.checks.cel.CelExpression.ExpressionSource;
import dev.readygate.checks.cel.CelExpression.Invalid;
import dev.readygate.checks.cel.Vocabulary.Gives;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CEL with the API server's libraries: optional values, strings, math, sums and extremes of lists, quantities, regular
 * expressions of RE2. Functions that could grow without bounds are metered.
 */
final class Language {
    private static final int LONGEST = 4096;
    private static final int DEEPEST = 100;

    /** Each copies all of the expression before it, so that twelve in a row take minutes to compile. */
    private static final int MOST_COPIES = 4;

    private static final Pattern COPYING = Pattern.compile("opt(Flat)?Map");

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .comprehensionMaxIterations(Meter.MOST_STEPS)
            .build();

    private static final Map<Vocabulary, Language> BY_VOCABULARY = new ConcurrentHashMap<>();

    private final Cel cel;

    private Language(Vocabulary vocabulary) {
        var builder = CelFactory.plannerCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .excludeFunctions(StandardFunction.MATCHES)
                        .build())
                .addCompilerLibraries(
                        CelExtensions.optional(),
                        CelExtensions.strings(),
                        CelExtensions.math(),
                        CelExtensions.comprehensions())
                .addRuntimeLibraries(
                        CelExtensions.optional(),
                        CelExtensions.strings(CelTextFunctions.HARMLESS),
                        CelExtensions.math(),
                        CelExtensions.comprehensions())
                .addFunctionDeclarations(Lists.DECLARATIONS)
                .addFunctionDeclarations(Quantities.DECLARATIONS)
                .addFunctionDeclarations(CelTextFunctions.DECLARATIONS)
                .addFunctionBindings(Lists.BINDINGS)
                .addFunctionBindings(Quantities.BINDINGS)
                .addFunctionBindings(CelTextFunctions.BINDINGS);
        vocabulary.names().forEach((name, sort) -> builder.addVar(name, sort.type()));
        this.cel = builder.build();
    }

    /** There is one for each kind of check with expressions: a handful. */
    static Language of(Vocabulary vocabulary) {
        return BY_VOCABULARY.computeIfAbsent(vocabulary, Language::new);
    }

    CelExpression compile(ExpressionSource source) {
        if (COPYING.matcher(source.text()).results().count() > MOST_COPIES) {
            return new Invalid("it uses optMap or optFlatMap more than %d times".formatted(MOST_COPIES));
        }
        try {
            var tree = cel.compile(source.text()).getAst();
            var unfit = WrittenPatterns.unfit(tree);
            if (unfit.isPresent()) {
                return new Invalid(unfit.get());
            }
            return fits(tree.getResultType(), source.gives())
                    ? new CompiledExpression(
                            source, cel.createProgram(tree), new CompiledExpression.Uses(read(tree), Calls.of(tree)))
                    : new Invalid("it has to give %s, and gives %s"
                            .formatted(
                                    source.gives().words(), tree.getResultType().name()));
        } catch (CelValidationException e) {
            return new Invalid(CelErrors.compiling(e.getErrors()));
        } catch (CelEvaluationException e) {
            return new Invalid(CelErrors.planning(e));
        }
    }

    private static boolean fits(CelType type, Gives gives) {
        return type.equals(SimpleType.DYN)
                || switch (gives) {
                    case Truth -> type.equals(SimpleType.BOOL);
                    case Number ->
                        Set.<CelType>of(SimpleType.INT, SimpleType.UINT, SimpleType.DOUBLE)
                                .contains(type);
                };
    }

    private static Set<String> read(CelAbstractSyntaxTree tree) {
        return tree.getReferenceMap().values().stream().map(CelReference::name).collect(Collectors.toUnmodifiableSet());
    }
}
