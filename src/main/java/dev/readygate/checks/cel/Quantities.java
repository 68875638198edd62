package dev.readygate.checks.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The API server's CEL functions of quantities. */
final class Quantities {
    private static final CelType QUANTITY = OpaqueType.create("kubernetes.Quantity");

    static final Set<CelFunctionDecl> DECLARATIONS = Set.of(
            CelFunctionDecl.newFunctionDeclaration(
                    "quantity", CelOverloadDecl.newGlobalOverload("string_to_quantity", QUANTITY, SimpleType.STRING)),
            CelFunctionDecl.newFunctionDeclaration(
                    "isQuantity",
                    CelOverloadDecl.newGlobalOverload("is_quantity_string", SimpleType.BOOL, SimpleType.STRING)),
            of("sign", SimpleType.INT),
            of("isInteger", SimpleType.BOOL),
            of("asInteger", SimpleType.INT),
            of("asApproximateFloat", SimpleType.DOUBLE),
            ofTwo("isGreaterThan", SimpleType.BOOL),
            ofTwo("isLessThan", SimpleType.BOOL),
            ofTwo("compareTo", SimpleType.INT),
            withNumbers("add"),
            withNumbers("sub"));

    static final List<CelFunctionBinding> BINDINGS = Stream.of(
                    texts("quantity", "string_to_quantity", Quantity::of),
                    texts(
                            "isQuantity",
                            "is_quantity_string",
                            it -> Quantity.parsed(it).isPresent()),
                    one("sign", it -> (long) it.amount().signum()),
                    one("isInteger", Quantity::isInteger),
                    one("asInteger", it -> it.amount().longValueExact()),
                    one("asApproximateFloat", it -> it.amount().doubleValue()),
                    two("isGreaterThan", (it, other) -> it.compareTo(other) > 0),
                    two("isLessThan", (it, other) -> it.compareTo(other) < 0),
                    two("compareTo", (it, other) -> (long) it.compareTo(other)),
                    numbers("add", BigDecimal::add),
                    numbers("sub", BigDecimal::subtract))
            .flatMap(Set::stream)
            .toList();

    private Quantities() {}

    private static CelFunctionDecl of(String name, CelType result) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newMemberOverload("quantity_" + name, result, QUANTITY));
    }

    private static CelFunctionDecl ofTwo(String name, CelType result) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newMemberOverload("quantity_" + name, result, QUANTITY, QUANTITY));
    }

    private static CelFunctionDecl withNumbers(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newMemberOverload("quantity_" + name, QUANTITY, QUANTITY, QUANTITY),
                CelOverloadDecl.newMemberOverload("quantity_" + name + "_int", QUANTITY, QUANTITY, SimpleType.INT));
    }

    private static Set<CelFunctionBinding> texts(String name, String overload, Function<String, Object> function) {
        return CelFunctionBinding.fromOverloads(name, CelFunctionBinding.from(overload, String.class, function::apply));
    }

    private static Set<CelFunctionBinding> one(String name, Function<Quantity, Object> function) {
        return CelFunctionBinding.fromOverloads(
                name, CelFunctionBinding.from("quantity_" + name, Quantity.class, function::apply));
    }

    private static Set<CelFunctionBinding> two(String name, BiFunction<Quantity, Quantity, Object> function) {
        return CelFunctionBinding.fromOverloads(
                name, CelFunctionBinding.from("quantity_" + name, Quantity.class, Quantity.class, function::apply));
    }

    private static Set<CelFunctionBinding> numbers(
            String name, BiFunction<BigDecimal, BigDecimal, BigDecimal> function) {
        return CelFunctionBinding.fromOverloads(
                name,
                CelFunctionBinding.from(
                        "quantity_" + name,
                        Quantity.class,
                        Quantity.class,
                        (it, other) -> new Quantity(function.apply(it.amount(), other.amount()))),
                CelFunctionBinding.from(
                        "quantity_" + name + "_int",
                        Quantity.class,
                        Long.class,
                        (it, other) -> new Quantity(function.apply(it.amount(), BigDecimal.valueOf(other)))));
    }
}
