/** Fruits, birds and flowers: names that no reader can take for those of a real company. */
export const demonstrationNames: readonly {
  readonly km: string
  readonly en: string
  readonly spellings: readonly string[]
}[] = [
  { km: 'ស្វាយទុំ', en: 'Ripe Mango', spellings: ['Svay Tum', 'Svay Toum'] },
  { km: 'ធូរេនមាស', en: 'Golden Durian', spellings: ['Thuren Meas', 'Turen Meas'] },
  { km: 'មង្ឃុតស្រស់', en: 'Fresh Mangosteen', spellings: ['Mongkhut Sros'] },
  { km: 'សាវម៉ាវក្រហម', en: 'Red Rambutan', spellings: ['Sav Mav Kroham', 'Saomao Krahom'] },
  { km: 'ល្ហុងផ្អែម', en: 'Sweet Papaya', spellings: ['Lhong Paem', 'Lahong Phaem'] },
  { km: 'ចេកអំបូង', en: 'Ambong Banana', spellings: ['Chek Ambong', 'Chek Ambaung'] },
  { km: 'ដូងខៀវ', en: 'Green Coconut', spellings: ['Dong Khiev', 'Doung Khieu'] },
  { km: 'ត្របែកផ្កា', en: 'Guava Blossom', spellings: ['Trabek Phka'] },
  { km: 'ម្នាស់ទឹកឃ្មុំ', en: 'Honey Pineapple', spellings: ['Mnoas Tuk Khmum', 'Mnos Teuk Khmom'] },
  { km: 'ក្រូចពោធិ៍សាត់', en: 'Pursat Orange', spellings: ['Kroch Pursat', 'Kroch Pothisat'] },
  { km: 'ទៀបបារាំង', en: 'Soursop Garden', spellings: ['Tieb Barang', 'Teap Barang'] },
  { km: 'ខ្នុរព្រៃ', en: 'Forest Jackfruit', spellings: ['Khnor Prey', 'Khnol Prei'] },
  { km: 'ល្មុតតូច', en: 'Little Sapodilla', spellings: ['Lmut Toch', 'Lamut Touch'] },
  { km: 'ជម្ពូព្រឹក', en: 'Morning Rose Apple', spellings: ['Chompu Proek', 'Chumpou Prek'] },
  { km: 'អំពិលទុំ', en: 'Brown Tamarind', spellings: ['Ampil Tum', 'Ompil Toum'] },
  { km: 'ត្នោតខ្ពស់', en: 'Tall Sugar Palm', spellings: ['Thnot Khpos', 'Tnaot Kpos'] },
  { km: 'រំដួលស', en: 'White Rumduol', spellings: ['Romdoul Sor', 'Rumdul Sa'] },
  { km: 'ចំប៉ីក្រអូប', en: 'Fragrant Champei', spellings: ['Champei Kraob', 'Champey Kroap'] },
  { km: 'ម្លិះរាត្រី', en: 'Night Jasmine', spellings: ['Mlis Reatrey', 'Maly Reatrei'] },
  { km: 'ឈូករ័ត្ន', en: 'Lotus Jewel', spellings: ['Chhuk Rath', 'Chhouk Roat'] },
  { km: 'កុលាបភ្នំ', en: 'Mountain Rose', spellings: ['Kolab Phnom', 'Kulab Pnum'] },
  { km: 'ក្ងោកឈើ', en: 'Wooden Peacock', spellings: ['Kngok Chheu', 'Kngaok Cheu'] },
  { km: 'សេកចម្រុះ', en: 'Painted Parrot', spellings: ['Sek Chamroh', 'Sek Chomros'] },
  { km: 'ត្រចៀកកាំលឿង', en: 'Yellow Swallow', spellings: ['Trachiek Kam Loeung'] },
  { km: 'ក្រៀលទន្លេ', en: 'River Crane', spellings: ['Kriel Tonle', 'Kreal Tunle'] },
  { km: 'ទាព្រៃ', en: 'Wild Duckling', spellings: ['Tea Prey', 'Tia Prei'] },
  { km: 'ព្រាបពីរ', en: 'Two Doves', spellings: ['Preab Pi', 'Priap Pir'] },
  { km: 'សារិកាកែវ', en: 'Glass Starling', spellings: ['Sarika Keo', 'Sarika Kaev'] },
  { km: 'កុកក្រឹស', en: 'Striped Heron', spellings: ['Kok Kroes', 'Kouk Kris'] },
  { km: 'មាន់ទោយក', en: 'Sleepy Rooster', spellings: ['Moan Toyok'] },
  { km: 'ទីទុយស្ងាត់', en: 'Quiet Owl', spellings: ['Titui Sngat', 'Tituy Sngath'] },
  { km: 'ចាបឆ្លាត', en: 'Clever Sparrow', spellings: ['Chab Chhlat', 'Chap Chlat'] },
  { km: 'ត្រីប្រាក់', en: 'Silver Carp Pond', spellings: ['Trey Prak', 'Trei Brak'] },
  { km: 'អណ្តើកយឺត', en: 'Slow Turtle', spellings: ['Andoek Yoet', 'Andeuk Yeut'] },
  { km: 'ទន្សាយឆ្លាត', en: 'Wise Rabbit', spellings: ['Tonsay Chhlat', 'Tunsai Chlat'] },
  { km: 'មេអំបៅខៀវ', en: 'Blue Butterfly', spellings: ['Meambao Khiev'] },
  { km: 'ឃ្មុំធ្វើការ', en: 'Busy Honeybee', spellings: ['Khmum Thveukar'] },
  { km: 'កន្ទុំរុយទឹក', en: 'Pond Dragonfly', spellings: ['Kantumruy Tuk'] },
]

/** Imitators: a name one sign away from a licensed one, said by no licence. */
export const imitatorNames: readonly {
  readonly km: string
  readonly en: string
  readonly imitates: string
}[] = [
  { km: 'ស្វាយទុំថ្មី', en: 'Ripe Mangoes', imitates: 'Ripe Mango' },
  { km: 'ធូរេនមាសអាស៊ី', en: 'Golden Durians', imitates: 'Golden Durian' },
  { km: 'ឈូករតន៍', en: 'Lotus Jewels', imitates: 'Lotus Jewel' },
]

export const operatorNames: readonly { readonly km: string; readonly en: string }[] = [
  { km: 'ផ្លែឈើហោះ', en: 'Flying Fruit Basket' },
  { km: 'ខ្យល់កួច', en: 'Whirlwind Jobs Corner' },
]
