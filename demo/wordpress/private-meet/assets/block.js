/** The block in the editor: a card that names the room. The meeting itself is only in the page. */
(function (wp, words) {
  var el = wp.element.createElement;
  var editor = wp.blockEditor;
  var parts = wp.components;

  function Edit(props) {
    var given = props.attributes;
    function set(name) {
      return function (value) {
        var change = {};
        change[name] = value;
        props.setAttributes(change);
      };
    }
    var room = el(parts.TextControl, {
      label: words.room,
      help: words.roomHelp,
      value: given.room,
      maxLength: 128,
      onChange: set('room'),
    });
    var who = el(parts.SelectControl, {
      label: words.who,
      value: given.who,
      options: [
        { value: '', label: words.asSet },
        { value: 'members', label: words.members },
        { value: 'authors', label: words.authors },
      ],
      onChange: set('who'),
    });
    var height = el(parts.TextControl, {
      label: words.height,
      type: 'number',
      value: given.height,
      onChange: set('height'),
    });
    return el(
      'div',
      editor.useBlockProps(),
      el(editor.InspectorControls, null, el(parts.PanelBody, { title: words.title }, who, height)),
      el(parts.Placeholder, { icon: 'video-alt2', label: words.title, instructions: words.description }, room),
    );
  }

  wp.blocks.registerBlockType('private-meet/meeting', {
    title: words.title,
    description: words.description,
    edit: Edit,
    save: function () {
      return null;
    },
  });
})(window.wp, window.privateMeetBlock);
