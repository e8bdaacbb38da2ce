export default {
  opening: 'Ouverture de {name}…',
  wrongKind: 'Le fichier {name} n’est d’aucun type lisible ici : PDF, Word (.docx), OpenDocument, EPUB, courriel (.eml), sous-titres, page web, Markdown ou texte.',
  tooLarge: 'Le fichier {name} dépasse {size} Mo.',
  damaged: 'Le fichier {name} est endommagé ou n’est pas ce que dit son nom : rien n’y est lisible.',
  noText: 'Le fichier {name} contient des images de texte, ou aucun texte. Un logiciel de reconnaissance (OCR) peut l’ajouter.',
  lost: 'Parties endommagées de {name} qui manquent : {n}',
  locked: 'Le fichier {name} est verrouillé. Mot de passe :',
  wrongPassword: 'Ce mot de passe n’ouvre pas {name}. Mot de passe :',
  unlock: 'Ouvrir',
  giveUp: 'Annuler',
  needsFiles: 'Cette page en un seul fichier lit le texte, Markdown, les sous-titres et les pages web. La page en plusieurs fichiers (npm start) lit aussi {name}.',
  unreached: 'Ce qui lit {name} n’a pas pu être chargé. Y a-t-il un réseau ?',
};
