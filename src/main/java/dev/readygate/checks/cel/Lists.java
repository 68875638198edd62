package dev.readygate.checks.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The API server's CEL functions for lists of numbers or texts: sum, min, max, isSorted. */
final class Lists {
    private static final int LOOKED_AT_A_STEP = 10;

    static final Set<CelFunctionDecl> DECLARATIONS = Set.of(
            declared("sum", SimpleType.DYN),
            declared("min", SimpleType.DYN),
            declared("max", SimpleType.DYN),
            declared("isSorted", SimpleType.BOOL));

    static final List<CelFunctionBinding> BINDINGS = Stream.of(
                    bound("sum", Lists::sum),
                    bound("min", it -> extreme(it, -1)),
                    bound("max", it -> extreme(it, 1)),
                    bound("isSorted", Lists::isSorted))
            .flatMap(Set::stream)
            .toList();

    private Lists() {}

    private static CelFunctionDecl declared(String name, CelType result) {
        var overload = CelOverloadDecl.newMemberOverload("list_" + name, result, ListType.create(SimpleType.DYN));
        return CelFunctionDecl.newFunctionDeclaration(name, overload);
    }

    private static Set<CelFunctionBinding> bound(String name, Function<List<?>, Object> function) {
        var binding = CelFunctionBinding.from("list_" + name, List.class, it -> metered(it, function));
        return CelFunctionBinding.fromOverloads(name, binding);
    }

    private static Object metered(List<?> list, Function<List<?>, Object> function) {
        Meter.charge(list.size() / LOOKED_AT_A_STEP);
        return function.apply(list);
    }

    private static Object sum(List<?> numbers) {
        boolean whole = numbers.stream().allMatch(Long.class::isInstance);
        if (whole) {
            return numbers.stream().mapToLong(it -> (Long) it).reduce(0, Math::addExact);
        }
        return numbers.stream().mapToDouble(it -> ((Number) it).doubleValue()).sum();
    }

    private static Object extreme(List<?> list, int sign) {
        return list.stream()
                .reduce((one, other) -> sign * compare(one, other) >= 0 ? one : other)
                .orElseThrow(() -> new IllegalArgumentException("an empty list has no extreme"));
    }

    private static boolean isSorted(List<?> list) {
        for (int i = 1; i < list.size(); i++) {
            if (compare(list.get(i - 1), list.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static int compare(Object one, Object other) {
        return one instanceof String text
                ? text.compareTo((String) other)
                : Double.compare(((Number) one).doubleValue(), ((Number) other).doubleValue());
    }
}
