package io.linernotes.template;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a function's code can call, followed from its handler through the byte code: every call and
 * method reference, to whatever overrides its target among the classes that are constructed on the
 * way (rapid type analysis). Overrides are told by name and number of parameters, so it may find
 * too much, never too little, but for reflection, which no handler uses on its own classes.
 */
final class Reachable {

  /** The classes of all functions. */
  static final JavaClasses FUNCTIONS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("tests.jar"))
          .withImportOption(location -> location.contains("/functions/"))
          .importPackages("io.linernotes");

  private final Set<JavaCodeUnit> visited = new HashSet<>();
  private final Set<JavaClass> constructed = new HashSet<>();
  private final Set<JavaCodeUnitAccess<?>> calls = new HashSet<>();
  private final Deque<JavaCodeUnit> open = new ArrayDeque<>();

  private Reachable() {}

  /** The calls that can happen once Lambda has made this handler and invokes it. */
  static Set<JavaCodeUnitAccess<?>> callsFrom(String handler) {
    var reachable = new Reachable();
    var type = FUNCTIONS.get(handler);
    reachable.constructed.add(type);
    type.getConstructors().forEach(reachable.open::add);
    type.getMethods().stream()
        .filter(method -> method.getName().equals("handleRequest"))
        .forEach(reachable.open::add);
    reachable.follow();
    return reachable.calls;
  }

  private void follow() {
    int known;
    do {
      known = constructed.size();
      while (!open.isEmpty()) {
        visit(open.pop());
      }
      // What was constructed since may override what was called before.
      Set.copyOf(calls).forEach(call -> open.addAll(overrides(call)));
    } while (constructed.size() > known || !visited.containsAll(open));
  }

  private void visit(JavaCodeUnit unit) {
    if (!visited.add(unit)) {
      return;
    }
    unit.getOwner().getStaticInitializer().ifPresent(open::add);
    if (unit instanceof JavaConstructor) {
      constructed.add(unit.getOwner());
    }
    Stream.of(
            unit.getCallsFromSelf(),
            unit.getMethodReferencesFromSelf(),
            unit.getConstructorReferencesFromSelf())
        .flatMap(Set::stream)
        .forEach(
            access -> {
              var call = (JavaCodeUnitAccess<?>) access;
              calls.add(call);
              call.getTarget().resolveMember().ifPresent(this::openIfOurs);
              open.addAll(overrides(call));
            });
    // A constant is made where its class is initialised.
    unit.getFieldAccesses()
        .forEach(access -> access.getTargetOwner().getStaticInitializer().ifPresent(open::add));
  }

  private void openIfOurs(JavaCodeUnit unit) {
    if (FUNCTIONS.contain(unit.getOwner().getName())) {
      open.add(unit);
    }
  }

  private Set<JavaCodeUnit> overrides(JavaCodeUnitAccess<?> call) {
    var target = call.getTarget();
    return target.getOwner().getAllSubclasses().stream()
        .filter(constructed::contains)
        .flatMap(type -> Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream()))
        .filter(type -> FUNCTIONS.contain(type.getName()))
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.getName().equals(target.getName()))
        .filter(
            method -> method.getRawParameterTypes().size() == target.getRawParameterTypes().size())
        .collect(Collectors.toSet());
  }
}
