<?php
/**
 * The plugin's own translations: those of a language serve all its countries.
 *
 * @package Private_Meet
 */

namespace Private_Meet;

defined( 'ABSPATH' ) || exit;

/** One file for each language that there is. */
const TRANSLATED = array(
	'de' => 'de_DE',
	'es' => 'es_ES',
	'fr' => 'fr_FR',
);

/** Before anything is said. */
function load_words(): void {
	if ( load_plugin_textdomain( 'private-meet', false, basename( dirname( FILE ) ) . '/languages' ) ) {
		return;
	}
	$locale = TRANSLATED[ substr( determine_locale(), 0, 2 ) ] ?? null;
	if ( null !== $locale ) {
		load_textdomain( 'private-meet', dirname( FILE ) . '/languages/private-meet-' . $locale . '.mo' );
	}
}
add_action( 'init', __NAMESPACE__ . '\\load_words', 1 );
