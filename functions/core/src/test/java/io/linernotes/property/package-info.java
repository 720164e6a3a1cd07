/**
 * Property tests: a statement that holds for every case, checked for many generated ones.
 *
 * <p>A property is an ordinary JUnit test that draws its case from {@link
 * io.linernotes.property.Cases}:
 *
 * <pre>{@code
 * @Test
 * void normalisingTwiceChangesNothing() {
 *   Property.holds(
 *       cases -> {
 *         String name = cases.text(40);
 *
 *         String once = Names.normalized(name);
 *
 *         assertThat(Names.normalized(once)).isEqualTo(once);
 *       });
 * }
 * }</pre>
 *
 * <p>Cases grow with the number of the try, so the first failing case is usually a small one. Edge
 * cases (empty, the bounds, letters of every script, control characters, half a surrogate pair) are
 * mixed in. A run is repeatable: the seed is fixed, so that a build fails because of a change and
 * not by chance. A failure prints the seed, the number of the try and every value drawn. {@code
 * -Dproperty.seed=N} runs all properties with another seed, {@code -Dproperty.seed=random} with a
 * new one each time, and {@code -Dproperty.tries=N} with another number of tries.
 *
 * <p>Other modules use the package through the test-jar of core.
 */
@NullMarked
package io.linernotes.property;

import org.jspecify.annotations.NullMarked;
