package downbeat.cluster.wire;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.VisibilityChecker;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @JsonTypeInfo} and {@code @JsonSubTypes} would say of a sealed type of Downbeat. As with the annotations a
 * record inherits it from the sealed types above it, so it is written with its type whether its own or its root's name
 * is declared.
 */
final class SealedTypes extends NopAnnotationIntrospector {

    private static final String OURS = "downbeat.";
    private static final JsonTypeInfo.Value BY_SIMPLE_NAME = JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, null, null);

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass annotated, JavaType baseType) {
        return inSealedFamily(annotated.getRawType()) ? new StdTypeResolverBuilder().init(BY_SIMPLE_NAME, null) : null;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        Class<?> type = annotated.getRawType();
        return annotated instanceof AnnotatedClass && ours(type) && type.isSealed() ? named(type) : null;
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass annotated) {
        Class<?> type = annotated.getRawType();
        return inSealedFamily(type) && !type.isSealed() ? type.getSimpleName() : null;
    }

    @Override
    public VisibilityChecker<?> findAutoDetectVisibility(AnnotatedClass annotated, VisibilityChecker<?> checker) {
        return ours(annotated.getRawType())
                ? checker.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                : checker;
    }

    private static boolean inSealedFamily(Class<?> type) {
        if (!ours(type) || type.isEnum()) {
            return false;
        }
        return type.isSealed() || above(type).stream().anyMatch(SealedTypes::inSealedFamily);
    }

    private static List<Class<?>> above(Class<?> type) {
        List<Class<?>> above = new ArrayList<>(List.of(type.getInterfaces()));
        if (type.getSuperclass() != null) {
            above.add(type.getSuperclass());
        }
        return above;
    }

    private static List<NamedType> named(Class<?> sealed) {
        Map<String, Class<?>> names = new HashMap<>();
        for (Class<?> leaf : leaves(sealed)) {
            Class<?> other = names.put(leaf.getSimpleName(), leaf);
            if (other != null && other != leaf) {
                throw new IllegalArgumentException(
                        other + " and " + leaf + " would both be written as \"" + leaf.getSimpleName() + "\"");
            }
        }
        return names.entrySet().stream()
                .map(name -> new NamedType(name.getValue(), name.getKey()))
                .toList();
    }

    private static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        List<Class<?>> leaves = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            leaves.addAll(leaves(permitted));
        }
        return leaves;
    }

    private static boolean ours(Class<?> type) {
        return type.getName().startsWith(OURS);
    }
}
