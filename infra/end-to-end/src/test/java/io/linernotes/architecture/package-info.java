/**
 * Rules about modules and packages, checked on the class files of all modules: what the core may
 * use, that providers do not know each other, which library belongs to which module, that features
 * have no cycles; and the list of what a new provider touches.
 */
@NullMarked
package io.linernotes.architecture;

import org.jspecify.annotations.NullMarked;
