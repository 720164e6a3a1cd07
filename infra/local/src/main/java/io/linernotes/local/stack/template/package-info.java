/**
 * The SAM template: read, its references and intrinsic functions resolved, turned into records.
 *
 * <p>{@link io.linernotes.local.stack.template.Template} is the text; {@link
 * io.linernotes.local.stack.template.Template#resolve} gives the {@link
 * io.linernotes.local.stack.template.Topology} that the local stack starts: tables, queues,
 * functions, routes and outputs. Tests of the template read its {@link
 * io.linernotes.local.stack.template.Resources} instead, which also hold what the local stack
 * leaves out.
 */
@NullMarked
package io.linernotes.local.stack.template;

import org.jspecify.annotations.NullMarked;
