/**
 * The files that a new election folder begins with, and their readers: definition, register, announcements, copies,
 * incidents, denials, signatures, custody, roster, calendar, decisions, corrections (docs/formats/templates.md).
 *
 * <p>Read first: {@link org.cotejo.formats.templates.Templates}, {@link org.cotejo.formats.templates.TemplateImporters}. This
 * room never takes free text or a person's name.
 */
@NullMarked
package org.cotejo.formats.templates;

import org.jspecify.annotations.NullMarked;
