package dev.readygate.checks.cel;

import static java.util.stream.Collectors.joining;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Functions over texts whose result or effort can be far larger than their input. */
final class CelTextFunctions {
    /** Functions that CEL itself can serve. */
    static final Set<Function> HARMLESS =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Function.REPLACE, Function.JOIN, Function.SPLIT)));

    private static final int NO_LIMIT = -1;

    private static final int MADE_A_STEP = 10;

    /** The API server's names; CEL itself declares matches, replace, split and join. */
    static final Set<CelFunctionDecl> DECLARATIONS = Set.of(
            CelFunctionDecl.newFunctionDeclaration(
                    "find",
                    CelOverloadDecl.newMemberOverload(
                            "string_find_string", SimpleType.STRING, SimpleType.STRING, SimpleType.STRING)),
            CelFunctionDecl.newFunctionDeclaration(
                    "findAll",
                    CelOverloadDecl.newMemberOverload(
                            "string_find_all_string",
                            ListType.create(SimpleType.STRING),
                            SimpleType.STRING,
                            SimpleType.STRING)));

    static final List<CelFunctionBinding> BINDINGS = Stream.of(
                    of(
                            "matches",
                            texts("matches", CelTextFunctions::matches),
                            texts("matches_string", CelTextFunctions::matches)),
                    of("find", texts("string_find_string", CelTextFunctions::find)),
                    of("findAll", texts("string_find_all_string", CelTextFunctions::findAll)),
                    of(
                            "replace",
                            binding("string_replace_string_string", it -> replace(it, NO_LIMIT), "", "", ""),
                            binding(
                                    "string_replace_string_string_int",
                                    it -> replace(it, (Long) it[3]),
                                    "",
                                    "",
                                    "",
                                    0L)),
                    of(
                            "split",
                            texts("string_split_string", (text, at) -> split(text, at, NO_LIMIT)),
                            binding(
                                    "string_split_string_int",
                                    it -> split((String) it[0], (String) it[1], (Long) it[2]),
                                    "",
                                    "",
                                    0L)),
                    of(
                            "join",
                            CelFunctionBinding.from("list_join", List.class, it -> join(it, "")),
                            CelFunctionBinding.from(
                                    "list_join_string", List.class, String.class, CelTextFunctions::join)))
            .flatMap(Set::stream)
            .toList();

    private CelTextFunctions() {}

    private static Set<CelFunctionBinding> of(String name, CelFunctionBinding... overloads) {
        return CelFunctionBinding.fromOverloads(name, overloads);
    }

    private static CelFunctionBinding texts(String overload, BiFunction<String, String, Object> function) {
        return CelFunctionBinding.from(overload, String.class, String.class, function::apply);
    }

    private static CelFunctionBinding binding(String overload, CelFunctionOverload function, Object... examples) {
        var types = Stream.of(examples).<Class<?>>map(Object::getClass).toList();
        return CelFunctionBinding.from(overload, types, function);
    }

    private static boolean matches(String text, String expression) {
        return pattern(text, expression).matcher(text).find();
    }

    private static String find(String text, String expression) {
        var found = pattern(text, expression).matcher(text);
        return found.find() ? found.group() : "";
    }

    private static List<String> findAll(String text, String expression) {
        var found = pattern(text, expression).matcher(text);
        var all = new ArrayList<String>();
        while (found.find()) {
            Meter.charge(1);
            all.add(found.group());
        }
        return all;
    }

    private static Pattern pattern(String text, String expression) {
        Meter.charge(expression.length());
        try {
            var pattern = BoundedPattern.compile(expression);
            Meter.charge(BoundedPattern.steps(pattern, text.length()));
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("invalid regular expression", e);
        }
    }

    private static String replace(Object[] of, long limit) {
        var text = (String) of[0];
        var old = (String) of[1];
        var with = (String) of[2];
        var out = new StringBuilder();
        int copied = 0;
        int from = 0;
        for (long left = unlimitedIfNegative(limit); left > 0 && from <= text.length(); left--) {
            int at = text.indexOf(old, from);
            if (at < 0) {
                break;
            }
            Meter.charge(1 + with.length() / MADE_A_STEP);
            out.append(text, copied, at).append(with);
            copied = at + old.length();
            from = Math.max(copied, at + 1);
        }
        return out.append(text, copied, text.length()).toString();
    }

    private static List<String> split(String text, String at, long limit) {
        var pieces = new ArrayList<String>();
        int from = 0;
        for (long left = unlimitedIfNegative(limit); left > 1; left--) {
            int end = at.isEmpty() ? from + 1 : text.indexOf(at, from);
            if (end < 0 || at.isEmpty() && end >= text.length()) {
                break;
            }
            Meter.charge(1);
            pieces.add(text.substring(from, end));
            from = end + at.length();
        }
        if (limit != 0 && !(at.isEmpty() && text.isEmpty())) {
            pieces.add(text.substring(from));
        }
        return pieces;
    }

    private static long unlimitedIfNegative(long limit) {
        return limit < 0 ? Long.MAX_VALUE : limit;
    }

    private static String join(List<?> texts, String between) {
        long length = (long) between.length() * texts.size();
        for (var it : texts) {
            length += text(it).length();
        }
        Meter.charge(length / MADE_A_STEP);
        return texts.stream().map(CelTextFunctions::text).collect(joining(between));
    }

    private static String text(Object it) {
        if (it instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("not a list of texts");
    }
}
